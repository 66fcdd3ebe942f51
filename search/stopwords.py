"""Words that say nothing about what is looked for, per language (data only)."""

from search.normalising import words

_STOP_WORDS = {
    "de": """der die das den dem des ein eine einen einem einer eines und oder aber doch auch nur
    ich du er sie es wir ihr mich mir dich dir ihn ihm uns euch ihnen sich mein meine meinen meinem
    meiner dein deine deinen sein seine seinen ihre ihren unser unsere euer kein keine keinen
    ist sind war bin bist seid waren wird werden wurde worden hat habe haben hast hatte kann kannst
    können könnte konnte muss müssen musst soll sollen sollte darf dürfen will wollen möchte möchten
    mag gibt geben gebe es gerne bitte danke hallo hi mal heute gestern morgen
    wo was wer wie wann warum wieso weshalb wohin woher wem wen welche welcher welches welchen
    welchem wofür womit wozu
    in im an am auf aus bei beim mit nach von vom vor zu zum zur für über unter um durch gegen ohne
    bis seit während wegen ab als wenn dass ob weil damit da dann dort hier so sehr mehr noch schon
    nicht nichts man jemand etwas alle alles andere anderen diese dieser dieses diesem diesen jede
    jeder jedes brauche brauchen brauchst suche suchen finde finden findet bekomme bekommen bekommt
    bekommst mache machen macht tun gehen gehe geht kommen komme hin""",
    "en": """a an the and or but not no of to in on at by for from with without about into over
    under after before between during as than then so too very just also only i you he she it we
    they me him her us them my your his its our their mine this that these those here there where
    what who whom which when why how is are was were be been being am do does did doing done have
    has had having can could will would shall should may might must need needs want wants get gets
    getting find looking look please hello hi thanks thank any some someone something if because
    offer offers offered exist exists going go one""",
    "fr": """le la les l un une des du de d et ou mais ne pas non plus à au aux en dans sur sous
    par pour avec sans chez vers entre depuis pendant avant après je j tu il elle on nous vous ils
    elles me m te t se s moi toi lui leur leurs mon ma mes ton ta tes son sa ses notre nos votre vos
    ce c cet cette ces ça cela qui que qu quoi dont où quand comment pourquoi combien quel quelle
    quels quelles est sont suis es sommes êtes était être été a ai as avons avez ont avoir peut
    peux pouvez peuvent pouvons puis doit dois devez faut faire fait fais veux voudrais vouloir
    besoin trouver trouve cherche obtenir y si aussi très bien bonjour merci svp plaît""",
    "ar": """في من على الى إلى عن مع هل ما ماذا من كيف متى اين أين لماذا كم أي التي الذي الذين
    هذا هذه ذلك تلك هناك هنا انا أنا انت أنت هو هي نحن هم كان كانت يكون تكون يمكن يمكنني يمكنك
    استطيع أستطيع تستطيع يجب اريد أريد تريد احتاج أحتاج تحتاج لا لم لن ليس ليست قد او أو و ثم بعد
    قبل عند عندي لدي لي لك له لها لنا لهم به بها فيه فيها منه منها ان أن إن إذا اذا كل بعض غير
    بدي شو وين يوجد توجد ابحث أبحث اجد أجد الحصول احصل أحصل يتم مرحبا شكرا من فضلك""",
    "fa": """در از به با برای تا که این آن را و یا اما هم نیز چه چی چیست کجا کجاست کی چگونه چطور
    چرا چند کدام آیا من تو او ما شما آنها ایشان است هست هستم هستند بود شد شود می میتوانم می‌توانم
    میتوان می‌توان میشود می‌شود میخواهم می‌خواهم میخوام می‌خوام باید دارم دارد دارند داریم ندارم
    کنم کند کنند کنیم کرد کردن بگیرم یک ها های هایی ام سلام ممنون لطفا اینجا آنجا اگر هر همه بر
    پیدا نیاز دنبال خود""",
    "uk": """і й та або але не ні на в у з зі із до від для про по за над під при через без між
    після перед я ти він вона воно ми ви вони мене мені тебе тобі його йому її їй нас нам вас вам їх
    їм мій моя моє мої моєї твій наш наша ваш ваша свій своя цей ця це ці той та те ті хто що як де
    куди звідки коли чому скільки який яка яке які якого якої яких є був була було були бути буде
    будуть можу може можна можуть можете треба потрібно потрібен потрібна хочу хоче маю має мають
    чи б би же ж так тут там дуже ще вже якщо щоб знайти шукаю отримати привіт дякую будь ласка
    здійснюється надається""",
    "ru": """и а но или не ни на в во у с со из к ко от до для о об про по за над под при через без
    между после перед я ты он она оно мы вы они меня мне тебя тебе его ему ее её ей нас нам вас вам
    их им мой моя мое мои моей твой наш наша ваш ваша свой своя этот эта это эти тот та те кто что
    как где куда откуда когда почему сколько какой какая какое какие есть был была было были быть
    будет могу может можно могут можете надо нужно нужен нужна нужны хочу хочет имею имеет ли бы же
    так тут там здесь очень еще ещё уже если чтобы найти ищу получить привет спасибо пожалуйста""",
    "tr": """ve veya ya da de ki mi mı mu mü ile için gibi kadar göre ne nerede nereden nereye
    nasıl neden niçin niye kim kime hangi kaç ben sen o biz siz onlar bana sana ona bize size beni
    seni onu benim senin onun bizim bir bu şu her hiç çok daha en var yok değil ise ama fakat
    istiyorum isterim lazım gerek gerekiyor gerekli olabilir miyim mıyım misiniz nedir olan olarak
    bulabilirim bulurum arıyorum alabilirim almak yapabilirim yapmalıyım burada orada merhaba
    teşekkürler lütfen""",
    "pl": """i a ale lub albo nie tak na w we z ze do od dla o po za nad pod przy przez bez między
    przed ja ty on ona ono my wy oni one mnie mi ci ciebie jego jemu jej ją nas nam was wam ich im
    mój moja moje mojego mojej twój nasz nasza wasz swój swoja ten ta to te ci tego tej kto co jak
    gdzie kiedy dlaczego czemu ile jaki jaka jakie który która które czy jest są był była było być
    będzie mam ma mają mogę może można mogą muszę trzeba potrzebuję chcę chciałbym chciałabym się
    już jeszcze bardzo tu tam jeśli żeby by znaleźć szukam dostać cześć dzień dobry dziękuję proszę
    u""",
    "ro": """și si sau dar nu da în in la pe cu fără de din pentru prin despre după până între sub
    peste eu tu el ea noi voi ei ele mă îmi mi te îți ți se își îl o îi ne vă le lui lor mea meu
    mele mei ta tău sa său noastră nostru un una unei unui niște acest această aceste acel acea
    cine ce cum unde când cât câte care de ce este e sunt ești era fi fost am ai are avem aveți au
    pot poate putem puteți pot trebuie vreau aș vrea doresc nevoie să sa dacă ca că cel cea mai
    foarte aici acolo găsi găsesc caut obține bună mulțumesc rog al ale a""",
    "bg": """и а но или не ни на в във у с със от до за по под над при през без между след преди
    към аз ти той тя то ние вие те ме мен ми теб ти го него му я нея ѝ нас ни вас ви ги им мой моя
    мое мои твой наш наша ваш свой своя се си този тази това тези онзи онази кой коя кое кои какво
    какъв каква къде откъде кога как защо колко е са съм си сме сте беше бях бъде ще да ли че ако
    бих мога може можем трябва искам имам има няма нужен нужна търся намеря намери получа тук там
    още вече много само за моля здравейте благодаря някой нещо""",
    "ku": """û an yan lê jî ne na li ji bi bo di de da re ve va ku ka ew ev ez tu em hûn min te wî
    wê me we wan xwe vê vî wan kî çi çawa kengî kengê çend ku kû kîjan ma gelo her hemû hin yek
    heye hene tune nîne e ye in bû bûn be bim bibe dikarim dikare dikarin dixwazim divê pêwîst
    lazim ez digerim peyda bikim bikin dikim dike kirin silav spas ji kerema xwe vir wir pir zêde
    li ku derê""",
    "ti": """እዩ እየ እያ እዮም ኢዩ ኢየ ነበረ ኣሎ ኣሎኒ ኣላ የለን የብለይን ኣነ ንስኻ ንስኺ ንሱ ንሳ ንሕና ንስኹም ንሳቶም ናይ ናተይ ናይቲ
    እቲ እታ እዚ እዚኣ ነዚ ኣብ ካብ ናብ ብ ን ምስ ከም ድማ ግን ወይ ከምኡውን መን እንታይ ኣበይ ናበይ መዓስ ከመይ ስለምንታይ ክንደይ ኣየናይ ክ
    ክኸውን ይኽእል እኽእል ክረክብ ይደሊ እደሊ የድልየኒ ኣለኒ ድዩ ዶ ሰላም የቐንየለይ በጃኻ ኣብዚ ኣብኡ ብዙሕ ኩሉ""",
    "so": """iyo ama laakiin ee oo u ku ka la ay uu aan aad waa wax waxa waxaan waxay ma miyaa maya
    haa in inaan inay si sida sidee xagee halkee meel meesha goorma maxaa maxay kee tee yaa imisa
    kuwa kan tan aniga adiga isaga iyada annaga idinka iyaga kayga tayda wuxuu baa ayaa ayay ayuu
    jira jirta leh leeyahay leedahay karaa kartaa karo rabaa doonayaa u baahanahay baahan helaa
    heli raadinayaa halkan halkaas badan oo salaan mahadsanid fadlan lahayn kale""",
    "sq": """dhe e edhe ose por jo nuk s në nga me pa për prej te tek mbi nën pas para gjatë
    ndërmjet unë ti ai ajo ne ju ata ato më mua më ty të i u na ju im ime e mi mia yt jote tij saj
    ynë jonë juaj këtë ky kjo këta këto ai kush çfarë çka ku nga kur si pse sa cili cila cilat
    është janë jam jemi jeni ishte kam ke ka kemi keni kanë mund mundem duhet dua do të që nëse a
    një disa çdo shumë këtu atje gjej gjen kërkoj marr tungjatjeta faleminderit ju lutem lutem""",
    "ps": """او یا خو نه په کې کی ته د له څخه سره پر تر لپاره دپاره پورې زه ته هغه دا دی ده مونږ
    موږ تاسو دوی ما تا زما ستا زموږ ستاسو خپل خپله دغه هغې څوک څه چیرته چېرته کله څنګه ولې څومره
    کوم کومه شته نشته دي وي وو یم یې شي کولای کولی شم شو کوم کړم کړي باید غواړم اړتیا لرم لري چې
    که سلام مننه مهرباني دلته هلته ډېر ډیر هر ټول یو یوه پیدا""",
    "vi": """và hoặc nhưng không ở tại trong trên dưới từ đến cho với của về bằng theo khi nếu thì
    là có được bị sẽ đã đang cần muốn phải tôi bạn anh chị em ông bà chúng ta họ nó mình này kia
    đó đây ai gì nào đâu sao thế bao nhiêu mấy như một các những cái con rất cũng chỉ nên hãy xin
    chào cảm ơn làm tìm ra lấy rồi ạ vậy""",
}

STOP_WORDS = {language: frozenset(words(text)) for language, text in _STOP_WORDS.items()}

# For texts whose language is not known.
ALL_STOP_WORDS = frozenset().union(*STOP_WORDS.values())
