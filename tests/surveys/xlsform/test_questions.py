"""What a row of the sheet `survey` becomes."""

from surveys.form import Group, Repeat
from tests.surveys.xlsform.forms import form, places, question, reading


def test_all_columns_of_a_question() -> None:
    found = form("""
        | survey |         |      |       |      |               |          |                  |
        |        | type    | name | label | hint | guidance_hint | required | required_message |
        |        | integer | a    | A?    | h    | g             | Yes      | please           |
        |        | integer | b    | B?    |      |               | ${a} > 1 |                  |
        |        | integer | c    | C?    |      |               | no       |                  |
    """)
    a, b, c = found.questions()
    assert (a.hint, a.guidance, a.required_message) == ({"": "h"}, {"": "g"}, {"": "please"})
    assert (a.required, b.required, c.required) == ("true()", "${a} > 1", "")


def test_expressions_defaults_and_parameters() -> None:
    found = form("""
        | survey |           |      |       |             |           |             |          |
        |        | type      | name | label | default     | relevance | calculation | trigger  |
        |        | date      | day  | Day?  | today()     |           |             |          |
        |        | date      | born | Born? | 1990-05-03  | no        |             |          |
        |        | range     | how  | How?  |             |           |             |          |
        |        | calculate | sum  |       |             |           | ${how} + 1  | ${day}   |
    """)
    day, born, _, total = found.questions()
    assert (day.default, day.dynamic_default) == ("today()", True)
    assert (born.default, born.dynamic_default) == ("1990-05-03", False)
    assert born.relevant == "false()"
    assert (total.calculation, total.trigger) == ("${how} + 1", ("day",))


def test_parameters_appearances_and_media() -> None:
    found = form("""
        | survey |          |      |       |                    |            |                |
        |        | type     | name | label | Parameters         | appearance | media::image::de |
        |        | range    | how  | How?  | start=1; end=5,Step=1 | no-ticks vertical | how.png |
        |        | text     | why  | Why?  | rows=3             | multiline  |                |
    """)
    how, why = found.questions()
    assert how.parameters == {"start": "1", "end": "5", "step": "1"}
    assert how.appearance == ("no-ticks", "vertical")
    assert how.media.image == {"de": "how.png"}
    assert why.parameters == {"rows": "3"}


def test_typographic_quotes_in_expressions_are_straightened_and_in_texts_kept() -> None:
    found = form("""
        | survey |      |      |                 |                |
        |        | type | name | label           | constraint     |
        |        | text | a    | Was heißt „Hi“? | . != ‘nothing’ |
    """)
    assert question(found, "/a").constraint == ". != 'nothing'"
    assert question(found, "/a").label == {"": "Was heißt „Hi“?"}


def test_groups_and_repeats_hold_what_is_in_them() -> None:
    found = form("""
        | survey |              |          |          |              |            |
        |        | type         | name     | label    | repeat_count | appearance |
        |        | begin_group  | family   | Family   |              | field-list |
        |        | begin repeat | children | Children | 3            |            |
        |        | text         | called   | Called?  |              |            |
        |        | end repeat   |          |          |              |            |
        |        | end_group    | family   |          |              |            |
    """)
    family, children, called = found.nodes()
    assert isinstance(family, Group)
    assert family.appearance == ("field-list",)
    assert isinstance(children, Repeat)
    assert (children.count, children.path) == ("3", "/family/children")
    assert called.path == "/family/children/called"


def test_or_other_is_our_own_question_and_leaves_the_list_as_it_is() -> None:
    found = form("""
        | survey  |                       |       |        |
        |         | type                  | name  | label  |
        |         | select_one c or_other | liked | Liked? |
        |         | select_one c          | worn  | Worn?  |
        | choices |                       |       |        |
        |         | list_name             | name  | label  |
        |         | c                     | red   | Red    |
    """)
    liked, other, worn = found.questions()
    assert (liked.other, other.path, other.label) == (other.path, "/liked_other", {})
    assert other.relevant == "selected(${liked}, 'other')"
    assert [choice.name for choice in found.lists[liked.list]] == ["red", "other"]
    assert [choice.name for choice in found.lists[worn.list]] == ["red"]


def test_choices_keep_their_other_columns_for_filters() -> None:
    found = form("""
        | survey  |                 |          |           |                     |
        |         | type            | name     | label     | choice_filter       |
        |         | select_one land | land     | Land?     |                     |
        |         | select_one town | town     | Town?     | land = ${land}      |
        | choices |                 |          |           |                     |
        |         | list_name       | name     | label     | land                |
        |         | land            | th       | Thüringen |                     |
        |         | town            | erfurt   | Erfurt    | th                  |
    """)
    assert found.lists["town"][0].columns == {"land": "th"}
    assert question(found, "/town").choice_filter == "land = ${land}"


def test_what_tells_who_answers_is_left_out_with_a_word() -> None:
    found = reading("""
        | survey |             |       |       |             |
        |        | type        | name  | label | calculation |
        |        | start       | begun |       |             |
        |        | deviceid    | id    |       |             |
        |        | phonenumber | phone |       |             |
        |        | calculate   | from  |       | ${phone}    |
        |        | text        | why   | Why?  |             |
    """)
    assert places(found.problems) == [
        ("type_personal", "survey!A3"),
        ("type_personal", "survey!A4"),
    ]
    assert found.form is not None
    types = {each.name: each.type.value for each in found.form.questions()}
    # What is asked for stays as a name, and has no value.
    assert types == {"begun": "start", "phone": "hidden", "from": "calculate", "why": "text"}


def test_rows_that_are_switched_off_do_not_count() -> None:
    found = form("""
        | survey |      |      |       |          |
        |        | type | name | label | disabled |
        |        | text | a    | A?    |          |
        |        | none | b    | B?    | yes      |
    """)
    assert [each.name for each in found.questions()] == ["a"]


def test_settings_are_kept() -> None:
    found = form("""
        | survey   |      |      |       |
        |          | type | name | label |
        |          | text | a    | A?    |
        | settings |            |         |         |               |
        |          | form_title | form_id | version | instance_name |
        |          | Needs      | needs   | 3       | ${a}          |
    """)
    assert (found.id, found.version, found.title) == ("needs", "3", {"": "Needs"})
    assert found.settings["instance_name"] == "${a}"


def test_a_field_of_action_is_a_questions_own_or_its_groups() -> None:
    found = form("""
        | survey |              |       |       |       |
        |        | type         | name  | label | Field |
        |        | integer      | years | Y?    |       |
        |        | begin_group  | home  | H     | WOH   |
        |        | begin_repeat | room  | R     |       |
        |        | integer      | size  | S?    |       |
        |        | integer      | rent  | R?    | SOZ   |
        |        | end_repeat   |       |       |       |
        |        | end_group    |       |       |       |
        |        | integer      | age   | A?    |       |
    """)
    fields = {one.name: one.field_of_action for one in found.questions()}
    assert fields == {"years": "", "size": "WOH", "rent": "SOZ", "age": ""}


def test_the_words_of_another_answer_are_about_the_same() -> None:
    found = form("""
        | survey  |                          |      |       |       |
        |         | type                     | name | label | field |
        |         | select_one need or_other | need | N?    | WOH   |
        | choices |                          |      |       |       |
        |         | list_name                | name | label |       |
        |         | need                     | flat | Flat  |       |
    """)
    assert [one.field_of_action for one in found.questions()] == ["WOH", "WOH"]


def test_a_field_of_action_needs_no_remark() -> None:
    found = reading("""
        | survey |         |       |       |       |
        |        | type    | name  | label | field |
        |        | integer | years | Y?    | WOH   |
    """)
    assert [x.code for x in found.problems if x.code.startswith("column_")] == []
