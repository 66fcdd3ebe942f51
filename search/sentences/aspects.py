"""How words begin that speak of an aspect of a service, per language (data only).

An aspect is asked for and told with the same words: «Was kostet das?», «kostenlos».
"""

from collections.abc import Mapping

from search.normalising import words

ASPECTS = (
    *("cost", "time", "place", "language", "age", "contact"),
    *("register", "need", "offer", "person", "may", "law"),
)

# In the order of the aspects above.
_BEGINNINGS: Mapping[str, str] = {
    "de": """kost gebühr preis euro gratis bezahl zahl beitrag geld | uhr montag dienstag mittwoch
        donnerstag freitag samstag sonntag öffnungszeit geöffnet täglich woche monat jahr tag stunde
        dauer | adress straß str platz ort stadtteil raum gebäud | sprach sprech deutsch englisch
        arabisch türkisch russisch ukrainisch französisch dolmetsch | alter jahr jugendlich kind
        lebensjahr | kontakt telefon tel mail anruf ansprechpartner wend melde beratungsstell
        hotline | anmeld registrier termin antrag beantrag formular | voraussetz benötig brauch
        unterlag dokument nachweis bescheinig ausweis muss müss erforderlich | angebot anbiet biet
        unterstütz hilf berat leist | person mensch frau mann männer eltern kind jugendlich
        flüchtling migrant | darf dürf könn kann möglich recht anspruch erlaub | gesetz verbot straf
        pflicht""",
    "en": """cost free fee price pay euro charge money | monday tuesday wednesday thursday friday
        saturday sunday hours open daily week month year day hour | address street place located
        district room | language english german arabic turkish russian ukrainian french interpret
        speak | age year young child teen | contact phone call email reach counsel hotline turn |
        regist sign apply appli appointment enrol form | require need document proof certificate
        must necessary condition | offer support help advice service provid | people person women
        men parents children refugee famil migrant | can may right entitled possible allow | law
        prohibit forbidden penalt obligat""",
    "fr": """coût coute gratuit frais prix pay euro tarif argent | lundi mardi mercredi jeudi
        vendredi samedi dimanche horaire ouvert heure semain mois année jour | adresse rue lieu
        place quartier situe | langue anglais allemand arabe turc russe ukrainien français interprèt
        parle | âge ans enfant jeune adolescent | contact téléphone appel courriel adress conseil |
        inscri demande rendez formulaire enregistr | condition exige besoin document justificatif
        certificat doit faut doivent | offre propos soutien soutenir aide conseil service | person
        femme homme parent enfant réfugié famill migrant | peut peuvent pouvez droit possible permis
        autoris | loi interdit obligat peine""",
    "ar": """مجان تكل تكاليف رسوم سعر يورو دفع ندفع مال | الاثنين الثلاث الاربع الخميس الجمعة السبت
        الاحد ساع اسبوع شهر سنة يوم ايام مواعيد | عنوان شارع مكان موقع منطقة | لغ اللغ المان الالمان
        انجليز الانجليز عرب العرب الفرنس الروس الترك الاوكران ترجم | سن عمر العمر سنة سنو عام |
        اتصل اتصال الاتصال هاتف بريد تواصل | تسجيل التسجيل سجل موعد طلب تقدم استمار | شرط شروط وثائق
        مستند تحتاج يحتاج مطلوب يجب شهاد | يقدم عرض عروض خدم دعم الدعم مساعد المساعد استشار | شخص
        اشخاص نساء النساء رجال اطفال الاطفال لاجئ والد الوالد | يمكن يحق يجوز حق الحق مسموح | قانون
        القانون ممنوع عقوب""",
    "uk": """безкоштовн вартіст кошт ціна плат євро грош | понеділ вівтор серед четвер пятниц субот
        неділ годин щодня тижд тижн місяц рік рок день дні | адрес вулиц місц район площ | мов
        англій німец арабс турец росій українс французс переклад | вік віку рок дит молод | контакт
        телефон дзвон зверн пошт | реєст запис заяв форм прийом | умов потріб документ довід необхід
        повин мусит | пропон послуг підтрим допомог консульт | люд жін чолов дит батьк біжен осіб
        особ мігрант | може можу можна право дозвол | закон заборон штраф обовяз""",
    "ru": """бесплатн стоим цен плат евро деньг оплат | понедел вторн сред четверг пятниц суббот
        воскр час ежедневн недел месяц год день дни дней | адрес улиц мест район площад | язык
        английс немецк арабс турецк русск украинс французс перевод | возраст год лет дет молод |
        контакт телефон звон обра почт | регист запис заяв форм прием термин | услов нуж документ
        справк необход долж | предлаг услуг поддерж помощ помог консульт | люд женщ мужч дет родител
        беженц лиц мигрант | може могу можно право разреш | закон запрещ штраф обязан""",
    "tr": """ücret bedava fiyat euro öde para masraf | pazartesi salı çarşamba perşembe cuma
        cumartesi pazar saat açık gün hafta ay yıl | adres cadde sokak yer semt | dil almanca
        ingilizce arapça türkçe rusça ukraynaca fransızca tercüman | yaş genç çocuk | iletişim
        telefon ara başvur posta danış | kayıt randevu başvuru form | şart gerek belge evrak lazım |
        sun destek yardım danışma hizmet teklif | kişi kadın erkek anne baba çocuk mülteci göçmen
        aile | olabilir hak izin mümkün | kanun yasa yasak ceza zorunlu""",
    "pl": """koszt bezpłatn darm cen płac opłat euro pieni | poniedział wtor środ czwart piąt sobot
        niedziel godzin codzien tygod miesią rok dzień dni | adres ulic miejsc dzielnic | język
        niemiec angiels arabs turec rosyj ukraińs francus tłumacz | wiek rok lat dzie młod | kontakt
        telefon dzwon zadzwo mail porad | rejestr zapis termin wnios formularz | warun potrzeb
        dokument zaświadcz musi koniecz | ofer wspar pomoc pomag porad usług | osob osób kobiet
        mężczy rodzic dzie uchodź migrant | może można prawo wolno dozwol | ustaw zakaz kar
        obowiąz""",
    "ro": """cost gratuit preț tax plăt euro bani | luni marți miercuri joi vineri sâmbăt duminic
        ora ore deschis zilnic săptămân lun an zi | adres strad loc cartier | limb german englez
        arab turc rus ucrain francez traduc | vârst ani copil copii tiner | contact telefon sun apel
        mail | înregistr înscri programar cerer formular | condiți nevoi document dovad certificat
        trebui neces | ofer sprijin ajut consil servici | persoan femei bărbaț părinț copii copil
        refugiaț migranț | poate poți pot drept posibil permis | lege legal interzis pedeaps
        obligat""",
    "fa": """رایگان هزینه قیمت پرداخت یورو پول | دوشنبه سه چهارشنبه پنجشنبه جمعه شنبه یکشنبه ساعت
        روز هفته ماه سال | آدرس نشانی خیابان محل مکان | زبان آلمانی انگلیسی عربی ترکی روسی اوکراینی
        ترجمه مترجم | سن سال کودک نوجوان جوان | تماس تلفن زنگ ایمیل | ثبت نوبت وقت درخواست فرم
        | شرایط شرط مدرک مدارک نیاز لازم باید گواهی | ارائه حمایت کمک مشاور خدمات | شخص افراد زن
        مرد والدین کودک پناهنده مهاجر خانواده | می میتوان حق مجاز امکان | قانون ممنوع جریمه""",
    "bg": """безплатн цена такс плащ евро пари струв | понедел вторн сряд четвърт петък събот недел
        час отворен седмиц месец годин ден дни | адрес улиц мяст район | език немск английск арабск
        турск руск украинск преводач | възраст годин дец млад | контакт телефон обад обърн поща |
        регистр запис заяв формуляр | услов нужд документ удостовер необход тряб | предлаг подкреп
        помощ помаг консулт услуг | хора лиц жен мъж родител дец бежан мигрант | може могат право
        разреш | закон забран глоб задълж""",
    "ku": """mesref belaş bihayê pere euro bidin | duşem sêşem çarşem pêncşem în şemî yekşem saet
        roj hefte meh sal | navnîşan kolan cih | ziman elman îngilîz ereb tirk rûs | temen sal zarok
        ciwan | têkilî telefon | tomar qeyd randevû daxwaz form | merc pêwîst belge divê | pêşkêş
        alîkar piştgir şêwir xizmet | kes mirov jin mêr dêûbav zarok penaber | dikar maf destûr |
        qanûn qedexe ceza""",
    "ti": """ዋጋ ነጻ ክፍሊት ኤውሮ ገንዘብ | ሰኑይ ሰሉስ ረቡዕ ሓሙስ ዓርቢ ቀዳም ሰንበት ሰዓት መዓልቲ ሰሙን ወርሒ
        ዓመት | ኣድራሻ ጎደና ቦታ | ቋንቋ ጀርመን እንግሊዝ ዓረብ | ዕድመ ዓመት ቆልዓ መንእሰይ | ርክብ ስልኪ ተሌፎን |
        ምዝገባ ቆጸራ ምልክታ ቅጥዒ | ቅድመ ሰነድ የድሊ ክህልወ | ሓገዝ ደገፍ ምኽሪ ኣገልግሎት | ሰብ ሰባት ደቂ ወለዲ ቆልዑ
        ስደተኛ | ይኽእል መሰል ፍቓድ | ሕጊ ክልኩል""",
    "so": """lacag qiimo bilaash kharash euro | isniin talaado arbaco khamiis jimce sabti axad saac
        maalin toddobaad bil sanad | cinwaan waddo meel goob | luqad af jarmal ingiriis carabi |
        da sano ilmo carruur dhalinyaro | xiriir telefoon wac | diiwaan ballan codsi foom | shuruud
        dukumeent baahan waajib | bixi taageer caawi talo adeeg | dad qof haween dumar waalid
        carruur qaxooti | kara xaq ogol | sharci mamnuuc ganaax""",
    "ps": """وړیا بیه لګښت پیسې یورو | دوشنبه سه چهارشنبه پنجشنبه جمعه شنبه یکشنبه ساعت ورځ اونۍ
        میاشت کال | پته سړک ځای | ژبه آلماني انګلیسي عربي ترجم | عمر کال ماشوم ځوان | اړیکه تلیفون
        ټلیفون | ثبت نوم ملاقات غوښتن فورم | شرط سند اسناد اړتیا باید | وړاندې ملاتړ مرسته مشور خدمت
        | کس خلک ښځ نارینه مور ماشوم کډوال | کول حق اجازه | قانون منع جریمه""",
    "sq": """kosto falas çmim pagu tarif euro para | hën mart mërkur enjt premt shtun diel or hapur
        javë muaj vit ditë | adres rrug vend lagj | gjuh gjermanisht anglisht arabisht turqisht
        rusisht përkth | mosh vjeç fëmij rin | kontakt telefon | regjistr termin kërkes formular |
        kusht nevoj dokument duhet vërtetim | ofr mbështet ndihm këshill shërbim | person njerëz gra
        burra prind fëmij refugjat migrant | mund drejt lejo | ligj ndal dënim detyr""",
    "vi": """miễn phí chi giá tiền euro trả | thứ chủ giờ ngày tuần tháng năm mở | địa đường nơi chỗ
        | tiếng ngôn đức anh phiên | tuổi trẻ em | liên điện gọi | đăng hẹn đơn mẫu | điều giấy cần
        phải | cung hỗ giúp tư dịch | người phụ nam cha trẻ tị | có quyền phép | luật cấm phạt""",
}


def _aspects(text: str) -> Mapping[str, tuple[str, ...]]:
    parts = text.split("|")
    return {aspect: tuple(words(part)) for aspect, part in zip(ASPECTS, parts, strict=True)}


PREFIXES = {language: _aspects(text) for language, text in _BEGINNINGS.items()}
