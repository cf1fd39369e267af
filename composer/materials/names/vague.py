"""Names that leave open what is asked for: catch-alls, pointers elsewhere, and those that only their item tells."""

import re

_CATCH_ALL = re.compile(
    r"(?:其他|另外|补充|别的).{0,40}(?:材料|文件|资料)$|^其他(?:有关|相关|必要|合法有效)*的?(?:证明|证件|凭证|手续|情况)$"
    r"|(?:规定|要求|需要|认为|必要|应当|须|需)(?:提供|提交|报送|补充|递交|出具)?的?(?:其他|有关|相关|必要)*的?(?:材料|文件|资料)$"
    r"|^(?:有关|相关|所需|必要)的?(?:证明)?(?:材料|文件|资料|手续)$"
)
_SOME_PAPER = (
    r"(?:材料|资料|文件|证件|证照|证书?|文书|单据|票据|表格?|附件"
    r"|原件|复印件|扫描件|打印件|影像件|电子件|电子版|纸质件)"
)
_POINTER = re.compile(
    r"(?:同|见|如|详见|参见)(?:以?上|前|下|左|右|附|后)(?:述|面|文|项|件|表|图|页|列|一?[项条行款])*\d*|上同"
    r"|(?:详见|参见|请见|见附|见备注|见官网|见系统).*|(?:参照|参考|按照?)附[件表录图页].*"
    r"|附(?:[件表录页]|图(?=.))[\d一二三四五六七八九十A-Z]*(?:[-.、至到][\d一二三四五六七八九十]+)*"
    r"|无|没有|暂无|空白?|略|待定|不详|不明|测试|不(?:适用|涉及|需要?)|(?:无需|不需|免于?)(?:提供|提交|要)?(?:材料|资料|文件)?"
    rf"|(?:申请|申报|报名|登记|办理|报送|全部|所有|全套|整套|上述|以上|下列|以下|前述|基本|主要|各类|相应|书面|纸质|电子|空白)*{_SOME_PAPER}(?:[及和与或、/]?{_SOME_PAPER})*"
    r"|#?(?:NAME|REF|VALUE|DIV/0|N/A|NUM|NULL|NONE|NIL|NAN|TBD)[?!]*|NA",
    re.IGNORECASE,
)
"""What points to another place, or fills one."""
_GENERIC = re.compile(
    r"^(?:行政许可|许可|业务|登记|备案|审批|办理|书面|相关|有关|填写)?(?:申请书|申请|申请材料|申报书|申报表|登记表|审批表|备案表|报告|情况说明|说明|证明|批准文件|文件|材料|方案|图纸|合同|协议"
    r"|承诺书|声明|公函|函|意见|批复|通知书|决定书|证书?|证件|凭证|请示|附件|附图)$"
)
_IDLE = (
    "行政许可|许可|业务|申请|申报|报名|推荐|测试|登记|备案|审批|办理|书面|相关|有关|人员|职工|员工|管理|规章|工作|验收|检查|检验|检测|年检|年审|年度|培训|缴费|缴款|付款|支付"
    "|收费|合作|合伙|联营|服务|施工|实施|建设|工程|项目|设备|设施|产品|材料|资料|技术|资金|财务|费用|经费|情况|基本|统计|汇总|明细|单位|企业|公司"
    "|机构|组织|从业|专业|主要|内部|安全|质量|生产|经营|使用|运行|操作|维护|设计|评估|评审|鉴定|专家|论证|调查|审查|审核|整改|自查|变更|设立|注销"
    "|延续|新增|现有|所有|全部|具体|详细|证照|物资|物品|货物|商品|会议|会员|代表|成员|学员|学生|教师|参会|应急|资格|资质"
    "|岗位|竣工|初步|现场|综合|专项|补充|委托|合格|批准|活动|考核|考试|实习|捐赠|转让|收支|公示|招标|投标|采购|销售|进货|库存"
)
_ABOUT_A_MATTER = (
    "清单|名册|名单|目录|名录|一览表|明细表?|汇总表|统计表|情况表|年检表|年审表|制度|规定|办法|细则|公告|公示|通知|启事|说明书|手册|预算书?|决算书?|概算书?"
    "|方案|预案|计划书?|规划|总结|报告书?|鉴定书?|意见|凭证|票据|收据|单据|回执|记录|台账|证明|证书|合格证|合格书|协议|合同|图纸|简介|介绍|批复|批准文件"
    "|函|决定书?|决议|纪要|承诺书?|声明|依据|文件|通知书|调解书|判决书|裁定书|裁决书|仲裁书|申报表|推荐表|报名表|信息表|信息采集表|确认书|调查表|审核表|评估表|评审表|检查表|记录表|考核表"
)
_OF_ITS_ITEM = re.compile(rf"^(?:{_IDLE})*(?:{_ABOUT_A_MATTER})$")
"""A list, a plan, a report of words that every matter has: 人员名单, 验收报告, 管理制度, but 审计报告 is one paper."""


def is_catch_all(text: str) -> bool:
    """Whether a name leaves open what is asked for: 其他有关材料, 法律法规规定的其他材料."""
    return bool(_CATCH_ALL.search(text))


def is_pointer(text: str) -> bool:
    """Whether a name names no paper at all: 同上, 详见附件, 附件1, 无, 复印件, #NAME?."""
    return bool(_POINTER.fullmatch(text))


def says_nothing(wording: str) -> bool:
    """Whether a wording is a word for any paper: 申请表, 证明. Of these nobody can say whether two are one kind."""
    return bool(_GENERIC.match(wording))


def is_generic(wording: str) -> bool:
    """Whether a wording says nothing of what the document is about, so that only the item tells: 申请表, 人员名单."""
    return says_nothing(wording) or bool(_OF_ITS_ITEM.match(wording))
