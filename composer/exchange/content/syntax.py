"""What libyaml says of a file that is not YAML, in words that a content author can act on."""

from yaml import Mark, MarkedYAMLError

_CHECK = "请检查这一行和上一行的缩进、冒号和引号"

_WORDS = (
    ("mapping values are not allowed", "这里不能再有冒号", "文字里有“: ”时请给整段文字加引号，或检查缩进"),
    ("block sequence entries are not allowed", "这里不能用短横开始列表", "列表请另起一行并缩进"),
    ("cannot start any token", "有不能开头的字符", "行首请用空格而不是制表符；文字以 @、`、% 开头时请加引号"),
    ("did not find expected ',' or ']'", "方括号 [ 没有配对", "请补上 ] 或逗号"),
    ("did not find expected ',' or '}'", "花括号 { 没有配对", "请补上 } 或逗号"),
    ("did not find expected node content", "括号里少了内容，或没有配对", "请补上内容和右边的括号"),
    ("unexpected end of stream", "引号没有配对", "请补上右边的引号"),
    ("unknown escape character", "双引号里有不认识的反斜杠写法", "请改用单引号，或把 \\ 写成 \\\\"),
    ("escape code", "双引号里的 \\u 写法不是一个字符", "请直接写出这个字符"),
    ("expected '-' indicator", "列表里有一行没有以短横开头", "请对齐缩进，每项以短横开头"),
    ("expected ':'", "这一行缺少冒号", "请写成“键: 值”，冒号后面空一格"),
    ("did not find expected key", "这里应当是一个键", "请对齐缩进；引号后面不能再有文字"),
    ("did not find expected <document start>", "文件末尾多出了内容", "请删去 … 后面的内容"),
    ("comment or line break", "| 或 > 后面不能有文字", "请把文字写到下一行并缩进"),
    ("directive", "不认识的 % 指令", "请删去这一行；文字以 % 开头时请加引号"),
)


_FROM_THE_START = ("did not find expected ','", "expected node content", "unexpected end of stream", "expected ':'")
"""Problems that libyaml notices long after the place that has to be mended."""


def is_too_deep(error: MarkedYAMLError) -> bool:
    """Whether libyaml gave up on nesting, which it does at 1000 levels when it looks ahead."""
    return "nesting depth" in (error.problem or "")


def in_plain_words(error: MarkedYAMLError) -> tuple[str, str, Mark | None]:
    """What is wrong, the way out, and where to look."""
    problem = error.problem or ""
    mark = error.problem_mark or error.context_mark
    if any(said in problem for said in _FROM_THE_START):
        mark = error.context_mark or mark
    if is_too_deep(error):
        return "嵌套太深，超过 1000 层", "请检查缩进和括号", mark
    for said, reason, suggestion in _WORDS:
        if said in problem:
            return f"YAML 写法有误：{reason}", suggestion, mark
    return f"YAML 写法有误（{problem}）", _CHECK, mark
