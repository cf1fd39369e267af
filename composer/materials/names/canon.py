"""The one form of a kind's wording: two wordings with one form say the same in other words, and nothing else."""

import re
from functools import lru_cache

from composer.materials.names.marks import without_marks

_REWRITES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        # Words for one thing, and what is said in short.
        (r"^中华人民共和国(?=护照|旅行证)", "中国"),
        (r"^中华人民共和国", ""),
        (r"武警(?:部队)?|武装警察部队", "武装警察"),
        (r"(?:机动车)?交强险|机动车交通事故责任强制保险(?:单|凭证|保单)?", "机动车交通事故责任强制保险"),
        (r"可研(?=报告|批复|$)", "可行性研究"),
        (r"自考", "自学考试"),
        (r"个体户", "个体工商户"),
        (r"修订(?=[前后])", "修改"),
        (r"高校", "高等学校"),
        (r"人防", "人民防空"),
        (r"维保", "维护保养"),
        (r"医保(?!电子)", "医疗保险"),
        (r"社保(?=卡)", "社会保障"),
        (r"社保", "社会保险"),
        (r"(?<!住房)公积金", "住房公积金"),
        (r"村(?:民)?居(?:民)?委(?:员)?会", "村民委员会或居民委员会"),
        (r"居委会|社区居民委员会", "居民委员会"),
        (r"村委会?", "村民委员会"),
        (r"民族成份", "民族成分"),
        (r"(?:人民)?法院(?=(?:离婚|民事|刑事|行政)?(?:判决|裁定|调解)书)", ""),
        (r"法人代表(?!大会)", "法定代表人"),
        (r"居民(?=身份证|户口)", ""),
        (r"户口本", "户口簿"),
        (r"(?<=城乡居民)基本(?=养老保险|医疗保险)", ""),
        (r"医疗费(?!用)", "医疗费用"),
        (r"交存(?=凭证|证明)", "缴存"),
        (r"体格检查(?=表)", "体检"),
        (r"登记备案(?=表)", "备案登记"),
        (r"农村(?=土地(?:承包)?经营权)", ""),
        (r"大学(?=本科)", ""),
        (r"(?<=^与)所(?=申请)", ""),
        (r"环评", "环境影响评价"),
        (r"环境影响评价(?=报告|登记)", "环境影响"),
        (r"建设项目(?=环境影响)|建设工程(?=消防)", ""),
        (r"评价文件(?=批复|批文|的批)", "评价"),
        (r"(?:合法)?使用权?(?=证)", "使用"),
        (r"权属证(?=书|$)", "权证"),
        (r"经营场地", "经营场所"),
        (r"预核准", "预先核准"),
        (r"(?<=设计)审核(?=意见)", "审查"),
        (r"(?<=验收)合格(?=意见)", ""),
        (r"(?:主要)?(?:设施设备|设备设施|设备、设施)", "设备设施"),
        (r"主要(?=设备|设施)", ""),
        (r"规章制度", "管理制度"),
        (r"^保证(?=.{2,10}管理制度)", ""),
        (r"^(?:授权委托|委托授权)书$", "委托书"),
        (r"(?<![公廉])租房|(?<!房屋)(?<=经营场所)(?=租赁)", "房屋租赁"),
        (r"房屋租赁租赁", "房屋租赁"),
        (r"(?<=租赁)协议(?:书)?", "合同"),
        (
            r"(转让|买卖|购买|购销|承包|赠与|运输|维护保养|入住|服务|托管|租用|借用|供应|收购|加工|代理|安装|施工|保管)协议(?:书)?$",
            r"\1合同",
        ),
        (r"(?:保险|险)(?:保险|保)?单$", "保险单"),
        (r"人员(?=(?:执业)?(?:资格)?证(?:书)?$)", "员"),
        (r"(?<=或)者|(?<=上)一(?=年度)", ""),
        # Numbers.
        (r"(?<=\d{4}年)度", ""),
        (r"壹|一(?=寸)", "1"),
        (r"贰|[二两](?=寸)", "2"),
        (r"(?<=[12])英?寸", "寸"),
        (r"第?(?:一|1|(?<![A-Z])I)(?=类)", "1"),
        (r"第?(?:二|2|(?<![A-Z])II)(?=类)", "2"),
        (r"第?(?:三|3|(?<![A-Z])III)(?=类)", "3"),
        # Pictures: what every photograph for a certificate is, and what drawings are called.
        (r"(?:正面|免冠|彩色|彩|半身|标准|证件|近期|本人|单人|登记)+(?=.*照片?$)", ""),
        (r"(?<=合影)照$", "照片"),
        (r"^(.*\d寸.*合影)$", r"\1照片"),
        (r"彩照$", "照片"),
        (r"(?<=[寸底版])照$|证件照$", "照片"),
        (r"(?<=[红白蓝])(?:色)?[底版](?:色)?", "底"),
        (r"^(.*?)((?:[大小])?(?<![\d、.／-])\d寸)(.*照片)$", r"\2\1\3"),
        (r"布局平面图|平面(?:布局|布置|示意)图", "平面图"),
        (r"(?:(?:地理)?方位|(?:地理)?位置)(?:示意)?图", "方位图"),
        # A permit and the paper that proves it are applied for in one form.
        (
            r"(?<=许可)证(?=(?:设立|新办|核发|变更|延续|延期|续期|换发|补发|补办|停业|歇业|恢复|校验|年检|注销)?(?:申请|登记申请))",
            "",
        ),
        (r"等$|等(?=有?关?(?:材料|文件|资料)$)", ""),
        # What is done comes before the word for the form, in whichever order it is said.
        (
            r"^(延续|变更|注销|补办|补发|换发|换领|设立|新办|撤销|停发|续发|终止|设置|开办|代开)(?!登记)(.{2,}?)(申请(?:书|表格?|单))$",
            r"\2\1\3",
        ),
        (r"(?<=.)登记(设立|变更|注销)(?=申请(?:书|表格?|单)$)", r"\1登记"),
        (r"^关于(?=.{2,}(?:决议|决定|批复|请示|通知|意见|说明|报告)$)", ""),
        # What a thing is called, and the paper that it stands on.
        (r"(?:申请表格?|申请单|申请表单|申请书表)$", "申请书"),
        (r"(?<=证明)(?:文件|材料|资料|文书)$", ""),
        (r"(?<=意见)书$", ""),
        (r"花名册", "名册"),
        (r"(?<=[批核]复)(?:文件|文)$", ""),
        (r"批文$", "批复"),
        (r"(?<=[决协议]议)书$|(?<=合同)书$", ""),
        (r"(?<=[制章方][度程案])文件$|(?<=制度|章程|方案|预案|规则|规约|公约|合同)文本$", ""),
        (r"(?<!身份)(?<!毕业)(?<!结业)(?<!肄业)(?<!学历)(?<!学位)证明书$", "证明"),
        (r"(?<=流程)(?:文件|材料)$", ""),
        (r"(?<=证)书$", ""),
        (r"(?:有关|相关)(?=材料$|文件$|资料$|证明$|手续$|凭证$)", ""),
    )
)
_ANY = re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in _REWRITES))
"""Most wordings need no rewriting: one look says so."""
_MOST_ROUNDS = 4
"""Of 20,000 real names none needs more than three."""
_SMALL = re.compile(r"(?<!目)[的之](?!外)")


@lru_cache(maxsize=200_000)
def canonical(wording: str) -> str:
    """`wording` of a kind without idle marks and small words, of words that mean one thing always the same.

    Idempotent: what one rewriting lays bare the next round takes, until nothing changes.
    """
    plain, before = without_marks(_SMALL.sub("", wording)).upper(), ""
    rounds = 0
    while plain != before and rounds < _MOST_ROUNDS and _ANY.search(plain):
        before, rounds = plain, rounds + 1
        for pattern, word in _REWRITES:
            plain = pattern.sub(word, plain)
        plain = without_marks(plain)
    return plain
