"""The grammar of XPath 1.0 with `${name}`, for lark's LALR parser.

Its contextual lexer knows where an operator may stand, which is XPath's own rule (3.7) for telling
`a or or`, `* * *` and `1div1` apart.
"""

GRAMMAR = r"""
?start: disjunction

?disjunction: conjunction (OR conjunction)*         -> chain
?conjunction: equality (AND equality)*              -> chain
?equality: relation | equality EQUALITY relation    -> binary
?relation: sum | relation RELATION sum              -> binary
?sum: product | sum PLUS product                    -> binary
            | sum MINUS product                     -> binary
?product: unary | product PRODUCT unary             -> binary
?unary: union | MINUS unary                         -> negation
?union: path (BAR path)*                            -> chain

?path: location
     | filter
     | filter SLASH relative                        -> path_from
     | filter SLASHES relative                      -> path_from

location: first (joint step)*                       -> path_here
        | SLASH                                     -> path_root
        | SLASH relative                            -> path_down
        | SLASHES relative                          -> path_down

relative: step (joint step)*
joint: SLASH | SLASHES

?first: named_step predicate*                       -> step
?step: named_step predicate*                        -> step
     | typed_step predicate*                        -> step

named_step: NAME                                    -> child
          | STAR                                    -> child
          | AT NAME                                 -> attribute
          | AT STAR                                 -> attribute
          | AT NAME "(" LITERAL? ")"                -> attribute_typed
          | NAME AXIS NAME                          -> along
          | NAME AXIS STAR                          -> along
          | NAME AXIS NAME "(" LITERAL? ")"         -> along_typed
          | DOTS                                    -> dots
          | DOT                                     -> dot
typed_step: NAME "(" LITERAL? ")"                   -> typed

filter: primary predicate*
predicate: "[" disjunction "]"

?primary: "(" disjunction ")"                       -> inner
        | NUMBER                                    -> number
        | LITERAL                                   -> literal
        | REFERENCE                                 -> reference
        | NAME "(" (disjunction ("," disjunction)*)? ")" -> call

OR: "or"
AND: "and"
EQUALITY: "!=" | "="
RELATION: "<=" | ">=" | "<" | ">"
PLUS: "+"
MINUS: "-"
PRODUCT: "*" | "div" | "mod"
BAR: "|"
SLASH: "/"
SLASHES: "//"
AXIS: "::"
AT: "@"
DOT: "."
DOTS: ".."
STAR.2: /(?:[^\W\d][\w.\-]*:)?\*/
NAME: /[^\W\d][\w.\-·]*(?::[^\W\d][\w.\-·]*)?/
NUMBER: /[0-9]+(?:\.[0-9]*)?|\.[0-9]+/
LITERAL: /"[^"]*"|'[^']*'/
REFERENCE: /\$\{[^{}]+\}/
BLANK: /\s+/
%ignore BLANK
"""
