<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Access</name>
    <message>
        <source>view invoices</source>
        <translation>查看发票</translation>
    </message>
    <message>
        <source>issue invoices</source>
        <translation>开具发票</translation>
    </message>
    <message>
        <source>discard refused invoices</source>
        <translation>作废被退回的开票记录</translation>
    </message>
    <message>
        <source>manage people</source>
        <translation>管理用户</translation>
    </message>
    <message>
        <source>configure connections</source>
        <translation>配置接入</translation>
    </message>
    <message>
        <source>view the audit journal</source>
        <translation>查看审计日志</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>开票员</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>查询员</translation>
    </message>
    <message>
        <source>view base data</source>
        <translation>查看基础信息</translation>
    </message>
    <message>
        <source>maintain base data</source>
        <translation>维护基础信息</translation>
    </message>
    <message>
        <source>set the rules of a company</source>
        <translation>设置企业开票规则</translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <source>An account needs a sign-in name and a person&apos;s name.</source>
        <translation>账号须有登录名和姓名。</translation>
    </message>
    <message>
        <source>The password needs at least %1 characters.</source>
        <translation>密码至少需要 %1 个字符。</translation>
    </message>
    <message>
        <source>This profile has an administrator already. Sign in instead.</source>
        <translation>本账套已有管理员，请直接登录。</translation>
    </message>
    <message>
        <source>You can not disable yourself. Let another administrator do it.</source>
        <translation>不能禁用自己，请由其他管理员操作。</translation>
    </message>
    <message>
        <source>The account or the password is wrong.</source>
        <translation>账号或密码错误。</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong passwords. Try again in %n second(s).</source>
        <translation>
            <numerusform>密码错误次数过多，请 %n 秒后再试。</numerusform>
        </translation>
    </message>
    <message>
        <source>This account is disabled. Ask an administrator to enable it.</source>
        <translation>该账号已被禁用，请联系管理员启用。</translation>
    </message>
</context>
<context>
    <name>BatchIssuing</name>
    <message>
        <source>Correct the order and issue the workbook again; it keeps its number.</source>
        <translation>请修改该订单后重新开具此工作簿，发票号码不变。</translation>
    </message>
    <message>
        <source>Issue the workbook again to go on.</source>
        <translation>请再次开具此工作簿以继续。</translation>
    </message>
    <message>
        <source>This order was refused and its invoice discarded. Give it a new serial number to issue it.</source>
        <translation>该订单曾被退回且开票记录已放弃。如需开具，请使用新的发票流水号。</translation>
    </message>
    <message>
        <source>This serial number belongs to invoice %1 to %2 over %3 already, and the order differs from it. If it is another sale, give it a serial number of its own.</source>
        <translation>该发票流水号已用于发票 %1（购买方 %2，价税合计 %3），与本行内容不一致。如为另一笔业务，请使用新的发票流水号。</translation>
    </message>
    <message>
        <source>A workbook of this company is being issued already.</source>
        <translation>该企业正在开具另一个文件。</translation>
    </message>
</context>
<context>
    <name>BatchPage</name>
    <message>
        <source>Message</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>The workbook is being read.</source>
        <translation>正在读取文件。</translation>
    </message>
    <message>
        <source>Choose a workbook first.</source>
        <translation>请先选择文件。</translation>
    </message>
    <message>
        <source>The workbook is being issued.</source>
        <translation>正在开具，请稍候。</translation>
    </message>
    <message>
        <source>The workbook is being checked.</source>
        <translation>正在校验，请稍候。</translation>
    </message>
    <message>
        <source>Choose workbook…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Download template</source>
        <translation>下载模板</translation>
    </message>
    <message>
        <source>Save marked copy…</source>
        <translation>保存标注文件…</translation>
    </message>
    <message>
        <source>Export results…</source>
        <translation>导出结果…</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>收起文件</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Select one order.</source>
        <translation>请选择一条订单。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>The batch is coming to its pause.</source>
        <translation>正在暂停。</translation>
    </message>
    <message>
        <source>Nothing is being issued.</source>
        <translation>当前没有正在开具的订单。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续开具</translation>
    </message>
    <message>
        <source>Nothing is paused.</source>
        <translation>当前没有暂停的开具。</translation>
    </message>
    <message>
        <source>Retry failures</source>
        <translation>重试失败订单</translation>
    </message>
    <message>
        <source>No order was refused or is on its way.</source>
        <translation>没有开票失败或开票中的订单。</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>开具</translation>
    </message>
    <message>
        <source>The batch is paused: &quot;Go on&quot; goes on with it.</source>
        <translation>开具已暂停，请点击“继续开具”。</translation>
    </message>
    <message>
        <source>No order is ready to be issued.</source>
        <translation>没有可以开具的订单。</translation>
    </message>
    <message>
        <source>Batch issuing</source>
        <translation>批量开具</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Invoice kind</source>
        <translation>票种</translation>
    </message>
    <message>
        <source>Serial number, buyer, number, remarks</source>
        <translation>流水号、购买方、发票号码、说明</translation>
    </message>
    <message>
        <source>The orders of the official batch workbook (V260401) will stand here. Choose it or drop it here: everything is checked before anything is issued.</source>
        <translation>这里显示官方批量开票模板（V260401）中的订单。请选择文件，或把文件拖到这里：开具之前会先校验全部内容。</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>This is the workbook you had in hand: your repairs are still in it.</source>
        <translation>这就是您正在处理的文件，之前的修改仍然保留。</translation>
    </message>
    <message>
        <source>There are no orders in %1. They begin in row 4.</source>
        <translation>%1 中没有订单。订单应从第 4 行开始填写。</translation>
    </message>
    <message>
        <source>%1 has not been issued to its end: %2 orders are left. What was sent stays sent.</source>
        <translation>%1 尚未开具完毕，还剩 %2 张。已上传的不受影响。</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>已取消，未作任何更改。</translation>
    </message>
    <message>
        <source>The tax platform does not answer: %1 Nothing is lost; the batch goes on as soon as it does.</source>
        <translation>税局平台没有应答：%1数据不会丢失，平台恢复后自动继续。</translation>
    </message>
    <message>
        <source>Reading the workbook</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>Issuing</source>
        <translation>正在开具</translation>
    </message>
    <message>
        <source>Issued: %1.</source>
        <translation>已开具 %1 张。</translation>
    </message>
    <message>
        <source>Paused: %1 orders wait. What was sent is brought to its end.</source>
        <translation>已暂停，还有 %1 张未开具。已上传的会继续完成。</translation>
    </message>
    <message>
        <source>Refused by the tax platform: %1. Repair them below, then retry.</source>
        <translation>税局平台拒绝 %1 张。请在下方修改后重试。</translation>
    </message>
    <message>
        <source>Not issued: %1. The reason stands at each.</source>
        <translation>未开具 %1 张，原因见各订单的说明。</translation>
    </message>
    <message>
        <source>Choose the workbook with the orders</source>
        <translation>选择批量开票文件</translation>
    </message>
    <message>
        <source>A workbook is being issued. Pause it before you open another one.</source>
        <translation>正在开具。请先暂停，再打开其他文件。</translation>
    </message>
    <message>
        <source>Put %1 away?</source>
        <translation>收起 %1？</translation>
    </message>
    <message>
        <source>Open the other one</source>
        <translation>打开新文件</translation>
    </message>
    <message>
        <source>Its repairs are forgotten unless you save a marked copy first. Orders not issued: %1. What was sent stays sent.</source>
        <translation>所作修改将丢失，如需保留请先保存标注文件。未开具的订单：%1 张。已上传的不受影响。</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Save the template</source>
        <translation>保存模板</translation>
    </message>
    <message>
        <source>Save the workbook with its errors marked</source>
        <translation>保存标注错误的文件</translation>
    </message>
    <message>
        <source>Export (%1)</source>
        <translation>导出（%1 行）</translation>
    </message>
    <message>
        <source>%1 (results)</source>
        <translation>%1（开具结果）</translation>
    </message>
    <message>
        <source>Issue %1 invoices?</source>
        <translation>开具 %1 张发票？</translation>
    </message>
    <message>
        <source>The credit does not reach this order.</source>
        <translation>授信额度不足以开具此订单。</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>可开具</translation>
    </message>
    <message>
        <source>No credit</source>
        <translation>额度不足</translation>
    </message>
    <message>
        <source>To be repaired</source>
        <translation>待修改</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待开具</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>开票中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>开票成功</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>开票失败</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>价税合计</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>校验提示</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>At hand</source>
        <translation>现有</translation>
    </message>
    <message>
        <source>To be drawn</source>
        <translation>需领取</translation>
    </message>
    <message>
        <source>Left after that</source>
        <translation>开具后剩余</translation>
    </message>
    <message>
        <source>Invoice numbers</source>
        <translation>发票号码</translation>
    </message>
    <message>
        <source>Credit (net)</source>
        <translation>授信额度（不含税）</translation>
    </message>
    <message>
        <source>Numbers and credit suffice for %1 invoices.</source>
        <translation>发票号码和授信额度足够开具 %1 张。</translation>
    </message>
    <message>
        <source>The credit does not suffice: %1 more can be downloaded, %2 are missing. %3 of %4 orders can be issued; the others are marked &quot;No credit&quot; and wait until there is credit again.</source>
        <translation>授信额度不足：还可下载 %1，缺少 %2。可开具 %4 张中的 %3 张，其余标为“额度不足”，待有额度后再开具。</translation>
    </message>
    <message>
        <source>The tax platform is being asked how much credit can be downloaded…</source>
        <translation>正在向税局平台查询可下载的授信额度…</translation>
    </message>
    <message>
        <source>It is not known whether the credit suffices: %1</source>
        <translation>无法确认授信额度是否足够：%1</translation>
    </message>
    <message>
        <source>What is missing is drawn from the tax platform before the first invoice is sent.</source>
        <translation>不足的部分会在开具前自动向税局平台领取。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>全部列</translation>
    </message>
    <message>
        <source>Also the columns in which nothing stands</source>
        <translation>同时显示没有内容的列</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在校验…</translation>
    </message>
    <message>
        <source>Enter or a click leads to the cell.</source>
        <translation>按 Enter 或单击可定位到单元格。</translation>
    </message>
    <message>
        <source>Type to repair a cell. Enter goes to the next one that is wrong.</source>
        <translation>直接输入即可修改，按 Enter 转到下一个错误单元格。</translation>
    </message>
    <message>
        <source>Together ¥%1 with tax, from %2. Issued invoices can not be taken back, only answered by red ones.</source>
        <translation>价税合计 ¥%1，来自 %2。发票开具后不能撤回，只能开具红字发票冲销。</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>A special invoice needs the buyer&apos;s tax number.</source>
        <translation>开具增值税专用发票须填写购买方纳税人识别号。</translation>
    </message>
    <message>
        <source>An ordinary invoice to a company needs the buyer&apos;s tax number.</source>
        <translation>向企业开具普通发票须填写购买方纳税人识别号。</translation>
    </message>
    <message>
        <source>A tax number has only digits and capital letters, at most 20.</source>
        <translation>纳税人识别号只能由数字和大写字母组成，最多 20 位。</translation>
    </message>
    <message>
        <source>The check digit of this tax number is wrong. Compare it with the original.</source>
        <translation>该纳税人识别号的校验位不正确，请与原件核对。</translation>
    </message>
    <message>
        <source>This is not a usual tax number: it has 18 characters (older ones 15, 17 or 20). Compare it with the original.</source>
        <translation>该纳税人识别号位数不常见：一般为 18 位（旧号 15、17 或 20 位），请与原件核对。</translation>
    </message>
    <message>
        <source>The buyer&apos;s name is missing.</source>
        <translation>请填写购买方名称。</translation>
    </message>
    <message>
        <source>The buyer&apos;s name takes %1 bytes as printed (a Chinese character counts 3); the tax platform takes at most %2.</source>
        <translation>购买方名称按票面计 %1 字节（每个汉字计 3 字节），税局平台最多接受 %2 字节。</translation>
    </message>
    <message>
        <source>A natural person can not get a special invoice. Issue an ordinary invoice.</source>
        <translation>不能向自然人开具增值税专用发票，请开具普通发票。</translation>
    </message>
    <message>
        <source>Is &quot;%1&quot; a natural person? Then mark it, so that the invoice reaches the person&apos;s own file.</source>
        <translation>“%1”是自然人吗？如是，请勾选“自然人”，以便发票归入其个人票夹。</translation>
    </message>
    <message>
        <source>The account has %1 characters; the tax platform may refuse more than %2.</source>
        <translation>银行账号共 %1 个字符，超过 %2 个时税局平台可能不予受理。</translation>
    </message>
    <message>
        <source>This is not an e-mail address. It has the form name@company.cn.</source>
        <translation>电子邮箱格式不正确，应形如 name@company.cn。</translation>
    </message>
    <message>
        <source>The seller&apos;s name or tax number is missing. Fetch the company&apos;s facts first.</source>
        <translation>缺少销售方名称或纳税人识别号，请先同步税局信息。</translation>
    </message>
    <message>
        <source>The issuer&apos;s name is missing: it is printed on the invoice.</source>
        <translation>缺少开票人姓名，票面须打印开票人。</translation>
    </message>
    <message>
        <source>The tax platform was not asked yet if this company may issue.</source>
        <translation>尚未向税局平台查询本企业是否可以开票。</translation>
    </message>
    <message>
        <source>The tax authority has marked this company as a risk and does not let it issue. Ask the tax office.</source>
        <translation>税务机关已将本企业标记为风险纳税人，暂不能开票，请咨询主管税务机关。</translation>
    </message>
    <message>
        <source>The usable tax rates were not fetched yet, so the rates are not checked.</source>
        <translation>尚未获取可用税率，本次不校验税率。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can not stand on one invoice with other lines. Issue two invoices.</source>
        <translation>“%1”不能与其他项目开在同一张发票上，请分开开具。</translation>
    </message>
    <message>
        <source>The invoice has no lines.</source>
        <translation>发票没有明细行。</translation>
    </message>
    <message>
        <source>The total must be larger than zero.</source>
        <translation>价税合计必须大于零。</translation>
    </message>
    <message>
        <source>The invoice has %1 lines with its discount lines; the tax platform takes at most %2. Split it.</source>
        <translation>发票连同折扣行共 %1 行，税局平台最多接受 %2 行，请拆分开具。</translation>
    </message>
    <message>
        <source>The invoice has %1 lines with its discount lines; the tax platform advises at most %2.</source>
        <translation>发票连同折扣行共 %1 行，税局平台建议不超过 %2 行。</translation>
    </message>
    <message>
        <source>The roundings of the lines add up to more than %1 of tax, which the tax platform refuses. Split the invoice, or enter the lines the other way round (tax included or excluded).</source>
        <translation>各行尾差累计超过 %1 元税额，税局平台不予受理。请拆分发票，或切换含税/不含税方式录入。</translation>
    </message>
    <message>
        <source>The item is missing.</source>
        <translation>请填写项目名称。</translation>
    </message>
    <message>
        <source>Leave out the short name between asterisks: it is printed by itself.</source>
        <translation>请去掉星号及其中的简称，票面会自动加上。</translation>
    </message>
    <message>
        <source>The classification code is missing: with more than 200 lines each must carry its own.</source>
        <translation>缺少税收分类编码：超过 200 行时每行都须填写。</translation>
    </message>
    <message>
        <source>The classification code is missing.</source>
        <translation>请选择税收分类编码。</translation>
    </message>
    <message>
        <source>%1 is not in the tax classification. A code has 19 digits.</source>
        <translation>税收分类编码中没有 %1，编码应为 19 位数字。</translation>
    </message>
    <message>
        <source>%1 (%2) is a summary node and not usable on invoices. Choose a code below it.</source>
        <translation>%1（%2）是汇总项，不能用于开票，请选择其下级编码。</translation>
    </message>
    <message>
        <source>The short name of this code is &quot;%1&quot;, not &quot;%2&quot;.</source>
        <translation>该编码的简称是“%1”，不是“%2”。</translation>
    </message>
    <message>
        <source>Item and short name together take %1 bytes (a Chinese character counts 3); the tax platform takes at most %2.</source>
        <translation>项目名称与简称合计 %1 字节（每个汉字计 3 字节），税局平台最多接受 %2 字节。</translation>
    </message>
    <message>
        <source>%1 must be larger than zero.</source>
        <translation>%1必须大于零。</translation>
    </message>
    <message>
        <source>%1 may have at most %2 decimals and %3 characters.</source>
        <translation>%1最多 %2 位小数、%3 个字符。</translation>
    </message>
    <message>
        <source>Enter the discount as a positive amount.</source>
        <translation>折扣金额请填正数。</translation>
    </message>
    <message>
        <source>The amount is negative. Enter reductions as a discount of their line; a return needs a red invoice.</source>
        <translation>金额为负数。减价请填在该行的折扣中；退货请开具红字发票。</translation>
    </message>
    <message>
        <source>The amount is zero. Enter gifts with their price and a discount of 100 %.</source>
        <translation>金额为零。赠品请填写价格并按 100% 折扣开具。</translation>
    </message>
    <message>
        <source>The discount %1 is larger than the amount %2 of the line.</source>
        <translation>折扣 %1 大于该行金额 %2。</translation>
    </message>
    <message>
        <source>The tax %1 differs by more than %2 from amount × rate.</source>
        <translation>税额 %1 与“金额×税率”相差超过 %2。</translation>
    </message>
    <message>
        <source>%1 is not among the rates you may use today: %2.</source>
        <translation>%1 不在当前可用税率之内：%2。</translation>
    </message>
    <message>
        <source>The usual rate of %1 is %2; here it is %3.</source>
        <translation>“%1”的常用税率为 %2，此处为 %3。</translation>
    </message>
    <message>
        <source>The tax rate is missing.</source>
        <translation>请选择税率/征收率。</translation>
    </message>
    <message>
        <source>With &quot;%1&quot; the rate is %2, not %3.</source>
        <translation>选择“%1”时税率应为 %2，而不是 %3。</translation>
    </message>
    <message>
        <source>a general rate such as 13%</source>
        <translation>13% 等适用税率</translation>
    </message>
    <message>
        <source>A special invoice can not bear &quot;%1&quot;. Issue an ordinary invoice.</source>
        <translation>增值税专用发票不能使用“%1”，请开具普通发票。</translation>
    </message>
    <message>
        <source>A special invoice can not bear 0%. Issue an ordinary invoice, or give a gift as a discount of 100 %.</source>
        <translation>增值税专用发票不能使用 0% 税率。请开具普通发票，赠品可按 100% 折扣开具。</translation>
    </message>
    <message>
        <source>Codes that begin with 6 (not taxable) stand on ordinary invoices only.</source>
        <translation>6 开头的编码（不征税）只能用于普通发票。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs a classification code that begins with 6.</source>
        <translation>“%1”须使用 6 开头的税收分类编码。</translation>
    </message>
    <message>
        <source>This classification code is not taxable: choose &quot;%1&quot;.</source>
        <translation>该税收分类编码为不征税项目，请选择“%1”。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 has %2 characters; at most %3 are allowed.</source>
        <translation>%1共 %2 个字符，最多 %3 个。</translation>
    </message>
    <message>
        <source>%1 takes %2 bytes (a Chinese character counts 3); the tax platform takes at most %3.</source>
        <translation>%1共 %2 字节（每个汉字计 3 字节），税局平台最多接受 %3 字节。</translation>
    </message>
    <message>
        <source>%1 contains a line break, a tab or another invisible character. Take it out.</source>
        <translation>%1中含有换行、制表符或其他不可见字符，请删除。</translation>
    </message>
    <message>
        <source>The amount is missing: enter it, or quantity and unit price.</source>
        <translation>缺少金额：请填写金额，或填写数量和单价。</translation>
    </message>
    <message>
        <source>Quantity × unit price is %1, but the amount is %2. They may differ by 0.01 at most.</source>
        <translation>数量×单价为 %1，而金额为 %2，两者最多相差 0.01。</translation>
    </message>
    <message>
        <source>No unit price with 13 decimals gives this amount for this quantity. Enter the quantity in a larger unit, or leave quantity and unit price empty.</source>
        <translation>按此数量，13 位小数以内的单价无法得出该金额。请改用较大的单位填写数量，或将数量和单价留空。</translation>
    </message>
    <message>
        <source>The total is too large for one invoice.</source>
        <translation>合计金额超出单张发票的上限。</translation>
    </message>
    <message>
        <source>The amount is too large: with tax it may be at most %1.</source>
        <translation>金额过大：含税最多 %1。</translation>
    </message>
    <message>
        <source>%1 contains %2, which can not be printed on an invoice. Take it out.</source>
        <translation>%1含有“%2”，发票上无法显示，请删除。</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs the tax mode &quot;%2&quot;.</source>
        <translation>“%1”须选择征税方式“%2”。</translation>
    </message>
    <message>
        <source>The tax mode &quot;%1&quot; needs a policy that reduces the levy: &quot;%2&quot;.</source>
        <translation>征税方式“%1”须选择减按征收的优惠政策“%2”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is only for leases of real estate.</source>
        <translation>“%1”仅适用于不动产经营租赁。</translation>
    </message>
    <message>
        <source>The tax platform may ask for the special business of real estate leases here, which this program does not issue yet.</source>
        <translation>税务平台可能要求按特定业务“不动产经营租赁服务”开具，本程序尚不支持该特定业务。</translation>
    </message>
    <message>
        <source>The total of the voucher must be larger than zero.</source>
        <translation>凭证合计金额必须大于零。</translation>
    </message>
    <message>
        <source>What is deducted here must be larger than zero.</source>
        <translation>本次扣除金额必须大于零。</translation>
    </message>
    <message>
        <source>Deducted are %1, but the voucher is only about %2.</source>
        <translation>本次扣除金额%1超过凭证合计金额%2。</translation>
    </message>
    <message>
        <source>A voucher of the kind &quot;%1&quot; needs its invoice code.</source>
        <translation>“%1”须填写发票代码。</translation>
    </message>
    <message>
        <source>A voucher of the kind &quot;%1&quot; has no invoice code.</source>
        <translation>“%1”没有发票代码，请勿填写。</translation>
    </message>
    <message>
        <source>A voucher of the kind &quot;%1&quot; needs its number.</source>
        <translation>“%1”须填写号码。</translation>
    </message>
    <message>
        <source>The number has %1 characters; at most %2 are allowed.</source>
        <translation>号码有%1个字符，最多允许%2个。</translation>
    </message>
    <message>
        <source>The number of a digital invoice has 20 digits.</source>
        <translation>数电发票号码应为20位。</translation>
    </message>
    <message>
        <source>A voucher of the kind &quot;%1&quot; needs its date.</source>
        <translation>“%1”须填写开具日期。</translation>
    </message>
    <message>
        <source>A voucher of the kind &quot;%1&quot; needs a remark that says what it is.</source>
        <translation>“%1”须在备注中说明凭证内容。</translation>
    </message>
    <message>
        <source>With &quot;%1&quot; an invoice has exactly one line.</source>
        <translation>“%1”只能有一行明细。</translation>
    </message>
    <message>
        <source>With &quot;%1&quot; there is no discount.</source>
        <translation>“%1”不能有折扣。</translation>
    </message>
    <message>
        <source>With &quot;%1&quot; a line can not be free of tax.</source>
        <translation>“%1”的明细不能免税或不征税。</translation>
    </message>
    <message>
        <source>With &quot;%1&quot; something must be deducted: add a voucher.</source>
        <translation>“%1”必须有扣除额：请添加差额扣除凭证。</translation>
    </message>
    <message>
        <source>Nothing is deducted. Add the vouchers, or choose &quot;%1&quot;.</source>
        <translation>没有扣除额。请添加差额扣除凭证，或选择“%1”。</translation>
    </message>
    <message>
        <source>The vouchers deduct %1, more than the amount with tax of %2.</source>
        <translation>凭证共扣除%1，超过含税金额%2。</translation>
    </message>
    <message>
        <source>This voucher stands here already.</source>
        <translation>该凭证重复。</translation>
    </message>
    <message>
        <source>The reason is only for small-scale taxpayers who issue at 3%.</source>
        <translation>该原因仅适用于按3%征收率开票的小规模纳税人。</translation>
    </message>
    <message>
        <source>Say why the invoice bears 3% instead of 1%.</source>
        <translation>请选择放弃享受减按1%征收率原因。</translation>
    </message>
    <message>
        <source>Small-scale taxpayers usually issue at 1%; this invoice bears 3%.</source>
        <translation>小规模纳税人通常减按1%征收率开票，本张发票为3%。</translation>
    </message>
    <message>
        <source>Choose what the tax is refunded for.</source>
        <translation>请选择即征即退类型。</translation>
    </message>
    <message>
        <source>No line has a preferential policy with an immediate refund.</source>
        <translation>没有享受即征即退政策的明细，请勿填写即征即退类型。</translation>
    </message>
    <message>
        <source>A professional tax service needs the number of its agreement.</source>
        <translation>涉税专业服务须填写协议编号。</translation>
    </message>
    <message>
        <source>An agreement is only named with a professional tax service.</source>
        <translation>只有涉税专业服务才填写协议编号。</translation>
    </message>
    <message>
        <source>Vouchers belong to the margin scheme. Take them out, or choose its tax mode.</source>
        <translation>差额扣除凭证仅用于差额征税。请删除凭证，或选择差额征税方式。</translation>
    </message>
    <message>
        <source>The element needs a name.</source>
        <translation>请填写附加要素名称。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not allowed as the name of an element.</source>
        <translation>附加要素名称不能是“%1”。</translation>
    </message>
    <message>
        <source>This element stands here already.</source>
        <translation>附加要素名称重复。</translation>
    </message>
    <message>
        <source>The element has no content. Fill it in or take it out.</source>
        <translation>请填写附加要素内容，或删除该要素。</translation>
    </message>
    <message>
        <source>There is no identity document of the code %1.</source>
        <translation>没有代码为%1的证件类型。</translation>
    </message>
    <message>
        <source>Name both the identity document and its number.</source>
        <translation>请同时填写证件类型和证件号码。</translation>
    </message>
    <message>
        <source>The number of the identity card is wrong. Compare it with the card.</source>
        <translation>居民身份证号码校验不通过，请与证件核对。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not in the official list of countries.</source>
        <translation>“%1”不在国家（地区）名单中。</translation>
    </message>
    <message>
        <source>Only a natural person who buys names an identity document.</source>
        <translation>只有自然人购买方才填写证件。</translation>
    </message>
    <message>
        <source>A buyer can not name &quot;%1&quot;.</source>
        <translation>购买方证件类型不能是“%1”。</translation>
    </message>
    <message>
        <source>The name of the buyer&apos;s agent is missing.</source>
        <translation>请填写经办人姓名。</translation>
    </message>
    <message>
        <source>%1 must be filled in.</source>
        <translation>%1必须填写。</translation>
    </message>
    <message>
        <source>%1 takes %2 bytes (a Chinese character counts 2); at most %3 are allowed.</source>
        <translation>%1共%2字节（汉字按2字节计），最多允许%3字节。</translation>
    </message>
    <message>
        <source>An invoice to a company needs its tax number.</source>
        <translation>向企业开票需要纳税人识别号。</translation>
    </message>
    <message>
        <source>Only a person can be marked as a natural person.</source>
        <translation>只有个人才能标记为自然人。</translation>
    </message>
    <message>
        <source>An extra element can not be called &quot;%1&quot;.</source>
        <translation>附加要素项目不能命名为“%1”。</translation>
    </message>
    <message>
        <source>Choose at least one extra element.</source>
        <translation>请至少选择一个附加要素项目。</translation>
    </message>
    <message>
        <source>An extra element stands twice in the scene.</source>
        <translation>场景模板中有重复的附加要素项目。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of the favourite items, and this company lets you use no others. Choose one of them, or ask an administrator.</source>
        <translation>“%1”不是常用开票项，本企业只允许使用常用开票项开票。请从中选择，或联系管理员。</translation>
    </message>
    <message>
        <source>The tax platform does not allow &quot;%1&quot; for the classification code %2. Choose another code, or &quot;%3&quot;.</source>
        <translation>税收分类编码 %2 不能使用“%1”。请改用其他编码，或选择“%3”。</translation>
    </message>
    <message>
        <source>With the classification code %1 the tax platform allows &quot;%2&quot;, but not &quot;%3&quot;.</source>
        <translation>税收分类编码 %1 可以使用“%2”，不能使用“%3”。</translation>
    </message>
    <message>
        <source>With &quot;%1&quot; and the classification code %2 the tax platform allows no special invoice.</source>
        <translation>税收分类编码 %2 使用“%1”时，不能开具增值税专用发票。</translation>
    </message>
    <message>
        <source>With &quot;%1&quot; the classification code %2 has the rates %3.</source>
        <translation>使用“%1”时，税收分类编码 %2 的税率/征收率只能是 %3。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Quantity and price go together: enter both or neither.</source>
        <translation>数量和单价须同时填写或同时为空。</translation>
    </message>
    <message>
        <source>A sales allowance has neither quantity nor price.</source>
        <translation>销售折让不填写数量和单价。</translation>
    </message>
    <message>
        <source>The quantity must be given as on the blue invoice.</source>
        <translation>蓝字发票明细有数量的，须填写数量；没有数量的，不能填写。</translation>
    </message>
    <message>
        <source>At most %1 can be reversed of this line.</source>
        <translation>该明细最多可红冲 %1。</translation>
    </message>
    <message>
        <source>The price stays that of the blue invoice.</source>
        <translation>单价须与蓝字发票一致。</translation>
    </message>
    <message>
        <source>The amount must be quantity × price, to within 0.01.</source>
        <translation>金额须等于数量×单价，误差不超过 0.01。</translation>
    </message>
    <message>
        <source>At most %1 of tax can be reversed of this line.</source>
        <translation>该明细最多可红冲税额 %1。</translation>
    </message>
    <message>
        <source>All of the tax is reversed with all of the amount, and only then.</source>
        <translation>金额全部红冲时税额须全部红冲，否则税额须有剩余。</translation>
    </message>
    <message>
        <source>The tax differs from amount × rate by more than 0.06.</source>
        <translation>税额与金额×税率相差超过 0.06。</translation>
    </message>
    <message>
        <source>Name, code and rate stay those of the blue invoice.</source>
        <translation>项目名称、编码、规格、单位和税率须与蓝字发票一致。</translation>
    </message>
    <message>
        <source>A service can not be returned: choose &quot;%1&quot;.</source>
        <translation>服务不能以销货退回红冲，请选择“%1”。</translation>
    </message>
    <message>
        <source>Goods can not be stopped: choose &quot;%1&quot;.</source>
        <translation>货物不能以服务中止红冲，请选择“%1”。</translation>
    </message>
    <message>
        <source>As long as the buyer has neither ticked nor posted the invoice, only the seller can apply.</source>
        <translation>购买方未进行用途确认和入账确认时，只能由销售方发起。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; reverses the whole invoice; of this one a part is reversed already.</source>
        <translation>“%1”须全额红冲；该发票已部分红冲，不能选择此原因。</translation>
    </message>
    <message>
        <source>An invoice of the margin scheme can only be reversed as a whole.</source>
        <translation>差额征税发票只能全额红冲。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; reverses the whole invoice.</source>
        <translation>“%1”须全额红冲。</translation>
    </message>
    <message>
        <source>As long as the buyer has not used the invoice, it can only be reversed as a whole.</source>
        <translation>购买方未进行用途确认和入账确认时，只能全额红冲。</translation>
    </message>
    <message>
        <source>Choose at least one line to reverse.</source>
        <translation>请至少选择一行要红冲的明细。</translation>
    </message>
    <message>
        <source>Of line %1 nothing is left to reverse.</source>
        <translation>第 %1 行没有可红冲的金额。</translation>
    </message>
    <message>
        <source>The totals are not the sum of the lines.</source>
        <translation>合计与明细之和不符。</translation>
    </message>
    <message>
        <source>A red invoice can not be reversed.</source>
        <translation>红字发票不能再红冲。</translation>
    </message>
    <message>
        <source>Only an issued invoice can be reversed.</source>
        <translation>只有已开具成功的发票才能红冲。</translation>
    </message>
    <message>
        <source>The tax authority has marked this invoice as an abnormal voucher; it can not be reversed.</source>
        <translation>该发票为异常凭证，不能红冲。</translation>
    </message>
    <message>
        <source>The tax platform has locked this invoice for another reversal. Wait until that is done.</source>
        <translation>该发票已被红字锁定，请待处理完成后再红冲。</translation>
    </message>
    <message>
        <source>The buyer has used this invoice for a tax refund. He must have that taken back first.</source>
        <translation>购买方已将该发票用于退税，须先撤回后才能红冲。</translation>
    </message>
    <message>
        <source>Nothing of this invoice is left to reverse.</source>
        <translation>该发票没有可红冲的金额。</translation>
    </message>
    <message>
        <source>The taxpayer&apos;s state is %1. Only 03 (normal) and 09 (reported for inspection) may issue. Ask the tax office.</source>
        <translation>纳税人状态为 %1。只有 03（正常）和 09（报验）可以开票，请联系主管税务机关。</translation>
    </message>
    <message>
        <source>For the reason &quot;%1&quot; this invoice can not be reversed so that it becomes what was wanted.</source>
        <translation>按冲红原因“%1”红冲，这张发票得不到应有的内容。</translation>
    </message>
    <message>
        <source>What is left of this invoice can not be reversed for any one reason.</source>
        <translation>这张发票的余额没有可用的冲红原因。</translation>
    </message>
    <message>
        <source>If the other side confirms only after the end of the month, no credit comes back.</source>
        <translation>对方若跨月才确认，本次红冲不恢复授信额度。</translation>
    </message>
</context>
<context>
    <name>Classification</name>
    <message>
        <source>chosen before</source>
        <translation>以前选过</translation>
    </message>
    <message>
        <source>like %1, chosen before</source>
        <translation>与以前选过的“%1”相似</translation>
    </message>
    <message>
        <source>code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>official name</source>
        <translation>官方名称</translation>
    </message>
    <message>
        <source>named in the description</source>
        <translation>说明中列有</translation>
    </message>
    <message>
        <source>short name</source>
        <translation>简称相符</translation>
    </message>
    <message>
        <source>like the name %1</source>
        <translation>与名称“%1”相似</translation>
    </message>
    <message>
        <source>like %1 in the description</source>
        <translation>与说明中的“%1”相似</translation>
    </message>
    <message>
        <source>words in common</source>
        <translation>字词相近</translation>
    </message>
    <message>
        <source>%1 can not be proposed for &quot;%2&quot;.</source>
        <translation>%1 不能用作“%2”的税收分类编码。</translation>
    </message>
</context>
<context>
    <name>Codes</name>
    <message>
        <source>VAT special invoice</source>
        <translation>增值税专用发票</translation>
    </message>
    <message>
        <source>Ordinary invoice</source>
        <translation>普通发票</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>待上传</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>上传中</translation>
    </message>
    <message>
        <source>Answer outstanding</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>Being processed</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>开票成功</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>开票失败</translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>Ordinary taxation</source>
        <translation>普通征税</translation>
    </message>
    <message>
        <source>Margin scheme, full amount</source>
        <translation>差额征税-全额开票</translation>
    </message>
    <message>
        <source>Margin scheme, margin only</source>
        <translation>差额征税-差额开票</translation>
    </message>
    <message>
        <source>Reduced levy</source>
        <translation>减按征税</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Individual</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>Public body</source>
        <translation>机关</translation>
    </message>
    <message>
        <source>Digital invoice</source>
        <translation>数电发票</translation>
    </message>
    <message>
        <source>VAT ordinary invoice</source>
        <translation>增值税普通发票</translation>
    </message>
    <message>
        <source>Business tax invoice</source>
        <translation>营业税发票</translation>
    </message>
    <message>
        <source>Fiscal receipt</source>
        <translation>财政票据</translation>
    </message>
    <message>
        <source>Court ruling</source>
        <translation>法院裁决书</translation>
    </message>
    <message>
        <source>Deed tax certificate</source>
        <translation>契税完税凭证</translation>
    </message>
    <message>
        <source>Other invoice</source>
        <translation>其他发票类</translation>
    </message>
    <message>
        <source>Other deduction voucher</source>
        <translation>其他扣除凭证</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>An earlier invoice of 3% must be reversed or issued again</source>
        <translation>前期已开具3%征收率的发票，需要开具红字发票或者重新开具</translation>
    </message>
    <message>
        <source>The business needs 3% and gives up the reduction to 1%</source>
        <translation>因为实际经营业务需要，放弃享受减按1%征收率</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>软件产品</translation>
    </message>
    <message>
        <source>Products of reused resources</source>
        <translation>资源综合利用产品</translation>
    </message>
    <message>
        <source>Pipeline transport</source>
        <translation>管道运输服务</translation>
    </message>
    <message>
        <source>Finance lease of movables</source>
        <translation>有形动产融资租赁服务</translation>
    </message>
    <message>
        <source>Sale and lease back of movables</source>
        <translation>有形动产融资性售后回租服务</translation>
    </message>
    <message>
        <source>New wall materials</source>
        <translation>新型墙体材料</translation>
    </message>
    <message>
        <source>Wind power</source>
        <translation>风力发电产品</translation>
    </message>
    <message>
        <source>Solar power</source>
        <translation>光伏发电产品</translation>
    </message>
    <message>
        <source>Animation software</source>
        <translation>动漫软件产品</translation>
    </message>
    <message>
        <source>Aircraft repair</source>
        <translation>飞机维修劳务</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>黄金</translation>
    </message>
    <message>
        <source>Platinum</source>
        <translation>铂金</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>销售方</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>购买方</translation>
    </message>
    <message>
        <source>Mistake in the invoice</source>
        <translation>开票有误</translation>
    </message>
    <message>
        <source>Goods returned</source>
        <translation>销货退回</translation>
    </message>
    <message>
        <source>Service stopped</source>
        <translation>服务中止</translation>
    </message>
    <message>
        <source>Sales allowance</source>
        <translation>销售折让</translation>
    </message>
    <message>
        <source>No confirmation needed</source>
        <translation>无需确认</translation>
    </message>
    <message>
        <source>Entered by the seller, awaits the buyer</source>
        <translation>销方录入待购方确认</translation>
    </message>
    <message>
        <source>Entered by the buyer, awaits the seller</source>
        <translation>购方录入待销方确认</translation>
    </message>
    <message>
        <source>Confirmed by both sides</source>
        <translation>购销双方已确认</translation>
    </message>
    <message>
        <source>Void (refused by the buyer)</source>
        <translation>作废（销方录入购方否认）</translation>
    </message>
    <message>
        <source>Void (refused by the seller)</source>
        <translation>作废（购方录入销方否认）</translation>
    </message>
    <message>
        <source>Void (not confirmed within 72 hours)</source>
        <translation>作废（超72小时未确认）</translation>
    </message>
    <message>
        <source>Void (withdrawn by the side that entered it)</source>
        <translation>作废（发起方已撤销）</translation>
    </message>
    <message>
        <source>Void (withdrawn after the confirmation)</source>
        <translation>作废（确认后撤销）</translation>
    </message>
    <message>
        <source>Void (abnormal voucher)</source>
        <translation>作废（异常凭证）</translation>
    </message>
    <message>
        <source>Void (taxpayer blocked)</source>
        <translation>作废（纳税人状态异常阻断）</translation>
    </message>
    <message>
        <source>Void (refused by the natural person)</source>
        <translation>作废（自然人拒收）</translation>
    </message>
    <message>
        <source>Void (a tax refund was applied for)</source>
        <translation>作废（已开具退税申请单）</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>红冲</translation>
    </message>
    <message>
        <source>Issue a blue invoice</source>
        <translation>开具蓝字发票</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Being applied for</source>
        <translation>申请中</translation>
    </message>
    <message>
        <source>Awaits confirmation</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>Ready to issue</source>
        <translation>可开票</translation>
    </message>
    <message>
        <source>Being issued</source>
        <translation>开票中</translation>
    </message>
    <message>
        <source>Invoice refused</source>
        <translation>开票失败</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>未成功</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Folder of the profile.</source>
        <translation>账套所在的文件夹。</translation>
    </message>
    <message>
        <source>Print one JSON object.</source>
        <translation>输出一个 JSON 对象。</translation>
    </message>
    <message>
        <source>Account to sign in with (default: admin).</source>
        <translation>登录账号（默认 admin）。</translation>
    </message>
    <message>
        <source>Tax number of the company (default: the profile&apos;s default company).</source>
        <translation>企业的纳税人识别号（默认为账套的默认企业）。</translation>
    </message>
    <message>
        <source>init: practise against the built-in platform.</source>
        <translation>init：连接内置的演练平台。</translation>
    </message>
    <message>
        <source>init: the file with the companies to connect.</source>
        <translation>init：待接入企业的凭据文件。</translation>
    </message>
    <message>
        <source>issue: check only.</source>
        <translation>issue：只校验，不开票。</translation>
    </message>
    <message>
        <source>issue: where the marked copy goes (default: beside the workbook).</source>
        <translation>issue：标注错误的副本存放位置（默认与工作簿同目录）。</translation>
    </message>
    <message>
        <source>issue: write a PDF of each issued invoice into this folder.</source>
        <translation>issue：将每张已开发票的 PDF 写入该文件夹。</translation>
    </message>
    <message>
        <source>issue: most seconds to wait for the platform (default: 300).</source>
        <translation>issue：最多等待平台的秒数（默认 300）。</translation>
    </message>
    <message>
        <source>list: part of number, buyer, item …</source>
        <translation>list：发票号码、购买方、项目等的一部分。</translation>
    </message>
    <message>
        <source>list: queued, sending, unknown, processing, issued, refused or discarded.</source>
        <translation>list：queued、sending、unknown、processing、issued、refused 或 discarded。</translation>
    </message>
    <message>
        <source>The file to write.</source>
        <translation>要写入的文件。</translation>
    </message>
    <message>
        <source>One of the verbs above.</source>
        <translation>上述动作之一。</translation>
    </message>
    <message>
        <source>A verb is missing. kaipiao-cli --help lists them.</source>
        <translation>缺少动作。kaipiao-cli --help 列出全部动作。</translation>
    </message>
    <message>
        <source>--%1 needs a number.</source>
        <translation>--%1 需要一个数字。</translation>
    </message>
    <message>
        <source>    %1 row %2 column %3: %4</source>
        <translation>    %1 第 %2 行 %3 列：%4</translation>
    </message>
    <message>
        <source>%1 issued, %2 refused, %3 invalid, %4 pending</source>
        <translation>开票成功 %1，失败 %2，校验不通过 %3，处理中 %4</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>价税合计</translation>
    </message>
    <message numerus="yes">
        <source>Clean: %n audit entries hold together, every invoice number is accounted for.</source>
        <translation>
            <numerusform>核对无误：%n 条审计日志前后相连，每个发票号码均有着落。</numerusform>
        </translation>
    </message>
    <message>
        <source>Password: </source>
        <translation>密码：</translation>
    </message>
    <message>
        <source>No password: set KAIPIAO_PASSWORD, or type one at a terminal.</source>
        <translation>没有密码：请设置 KAIPIAO_PASSWORD，或在终端中输入。</translation>
    </message>
    <message>
        <source>init needs either --practice or --credentials FILE.</source>
        <translation>init 需要 --practice 或 --credentials 文件。</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Connected: %1 %2</source>
        <translation>已接入：%1 %2</translation>
    </message>
    <message>
        <source>template needs -o FILE.</source>
        <translation>template 需要 -o 文件。</translation>
    </message>
    <message>
        <source>There is no profile in %1. Make one with kaipiao-cli init.</source>
        <translation>%1 中没有账套，请用 kaipiao-cli init 建立。</translation>
    </message>
    <message>
        <source>No company with tax number %1 is set up.</source>
        <translation>没有设置纳税人识别号为 %1 的企业。</translation>
    </message>
    <message>
        <source>Unknown verb %1. kaipiao-cli --help lists them.</source>
        <translation>未知动作 %1。kaipiao-cli --help 列出全部动作。</translation>
    </message>
    <message>
        <source>The folder %1 can not be made.</source>
        <translation>无法建立文件夹 %1。</translation>
    </message>
    <message>
        <source>issue needs one workbook.</source>
        <translation>issue 需要一个工作簿。</translation>
    </message>
    <message>
        <source>What is wrong is marked in %1</source>
        <translation>错误已标注在 %1 中</translation>
    </message>
    <message>
        <source>%1 needs one invoice number.</source>
        <translation>%1 需要一个发票号码。</translation>
    </message>
    <message>
        <source>There is no state %1.</source>
        <translation>没有状态 %1。</translation>
    </message>
    <message>
        <source>This company is outside what you may see.</source>
        <translation>该企业不在您的数据权限之内。</translation>
    </message>
    <message>
        <source>%1 invoices, amount %2, tax %3, gross %4</source>
        <translation>共 %1 张发票，金额 %2，税额 %3，价税合计 %4</translation>
    </message>
    <message>
        <source>pdf needs -o FILE.</source>
        <translation>pdf 需要 -o 文件。</translation>
    </message>
    <message>
        <source>%1 %2: %3 numbers at hand, credit %4</source>
        <translation>%1 %2：剩余票号 %3，可用授信额度 %4</translation>
    </message>
    <message>
        <source>On their way to the platform: %1</source>
        <translation>正在上传至税局平台：%1</translation>
    </message>
    <message>
        <source>init: the administrator&apos;s name, printed as issuer.</source>
        <translation>init：管理员姓名，作为开票人打印。</translation>
    </message>
    <message>
        <source>The marked copy would overwrite the workbook itself.</source>
        <translation>标记副本会覆盖原工作簿，请换一个文件名。</translation>
    </message>
    <message>
        <source>Nothing can be written to %1.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>With kaipiao-cli: init --credentials FILE, or init --practice.</source>
        <translation>命令行的做法：init --credentials 文件，或 init --practice。</translation>
    </message>
    <message>
        <source>Usage: kaipiao-cli %1 list|import FILE|export -o FILE|template -o FILE</source>
        <translation>用法：kaipiao-cli %1 list|import 文件|export -o 文件|template -o 文件</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) exported.</source>
        <translation>
            <numerusform>已导出%n条记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>list: most rows (default: 50). classify: most codes (default: 10).</source>
        <translation>list：最多行数（默认 50）。classify：最多编码数（默认 10）。</translation>
    </message>
    <message>
        <source>--date needs a day such as 2026-05-01.</source>
        <translation>--date 须为日期，例如 2026-05-01。</translation>
    </message>
    <message>
        <source>Nothing in the classification looks like this.</source>
        <translation>分类编码表中没有相近的名称。</translation>
    </message>
    <message>
        <source>red: 01, 02, 03 or 04.</source>
        <translation>red：01、02、03 或 04。</translation>
    </message>
    <message>
        <source>red apply: how much of a line; may be given again.</source>
        <translation>red apply：某行红冲的数量，可重复给出。</translation>
    </message>
    <message>
        <source>red apply: how much of a line, without tax; may be given again.</source>
        <translation>red apply：某行红冲的不含税金额，可重复给出。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not to be had: LINE=N, a line with something left, and no more than that.</source>
        <translation>“%1”无效：格式为 行号=数值，该行须有可红冲的余额且不得超过余额。</translation>
    </message>
    <message>
        <source>--reason needs 01, 02, 03 or 04.</source>
        <translation>--reason 须为 01、02、03 或 04。</translation>
    </message>
    <message>
        <source>red apply: as the buyer, of an invoice received.</source>
        <translation>red apply：作为购买方申请，针对收到的发票。</translation>
    </message>
    <message>
        <source>red apply --buyer: the invoice&apos;s amount with tax.</source>
        <translation>red apply --buyer：该发票的价税合计。</translation>
    </message>
    <message>
        <source>red apply --buyer: 01 special (default) or 02 ordinary.</source>
        <translation>red apply --buyer：01 增值税专用发票（默认）或 02 普通发票。</translation>
    </message>
    <message>
        <source>classify: short names of that day (default: today). red apply --buyer: the invoice&apos;s issue date.</source>
        <translation>classify：按该日的简称（默认：今天）。red apply --buyer：该发票的开票日期。</translation>
    </message>
    <message>
        <source>--gross needs an amount such as 1130.00.</source>
        <translation>--gross 须为金额，如 1130.00。</translation>
    </message>
    <message>
        <source>--kind needs 01 or 02.</source>
        <translation>--kind 须为 01 或 02。</translation>
    </message>
    <message>
        <source>--buyer needs --date and --gross, as they stand on the invoice.</source>
        <translation>使用 --buyer 时须按票面给出 --date（开票日期）和 --gross（价税合计）。</translation>
    </message>
    <message>
        <source>red plan: what the invoice should have been.</source>
        <translation>red plan：发票应有的内容。</translation>
    </message>
    <message>
        <source>red plan: the invoice should never have been issued.</source>
        <translation>red plan：发票本不应开具。</translation>
    </message>
    <message>
        <source>red plan: carry the plan out.</source>
        <translation>red plan：执行方案。</translation>
    </message>
    <message>
        <source>Usage: kaipiao-cli red apply NUMBER --reason CODE [--quantity LINE=N] [--amount LINE=N] [--buyer --date YYYY-MM-DD --gross AMOUNT [--kind CODE]] | list | show|confirm|refuse|withdraw|issue FORM | pdf FORM FILE | quick NUMBER --reason CODE</source>
        <translation>用法：kaipiao-cli red apply NUMBER --reason CODE [--quantity LINE=N] [--amount LINE=N] [--buyer --date YYYY-MM-DD --gross 价税合计 [--kind 代码]] | list | show|confirm|refuse|withdraw|issue FORM | pdf FORM FILE | quick NUMBER --reason CODE</translation>
    </message>
    <message>
        <source>to be answered until %1 China time: no time is left</source>
        <translation>确认截止时间：%1（北京时间），已无剩余时间</translation>
    </message>
    <message>
        <source>to be answered until %1 China time: %2 h %3 min left</source>
        <translation>确认截止时间：%1（北京时间），剩余 %2 小时 %3 分钟</translation>
    </message>
    <message>
        <source>Usage: kaipiao-cli red plan NUMBER -o FILE | red plan NUMBER --wanted FILE|--nothing [--reason CODE] [--go] | red plans | red go|drop PLAN</source>
        <translation>用法：kaipiao-cli red plan NUMBER -o FILE | red plan NUMBER --wanted FILE|--nothing [--reason CODE] [--go] | red plans | red go|drop PLAN</translation>
    </message>
    <message>
        <source>The file %1 is not an invoice as &quot;red plan NUMBER -o FILE&quot; writes it: %2</source>
        <translation>文件 %1 不是“red plan NUMBER -o FILE”写出的发票：%2</translation>
    </message>
    <message>
        <source>it is no JSON object.</source>
        <translation>不是 JSON 对象。</translation>
    </message>
    <message>
        <source>nobody has to confirm</source>
        <translation>无需确认</translation>
    </message>
    <message>
        <source>to be confirmed by: %1, until %2</source>
        <translation>须由%1在 %2 前确认</translation>
    </message>
    <message>
        <source>to be confirmed by: %1, within %2 hours</source>
        <translation>须由%1在 %2 小时内确认</translation>
    </message>
    <message>
        <source>credit %1</source>
        <translation>授信额度 %1</translation>
    </message>
    <message>
        <source>credit of all steps %1</source>
        <translation>全部步骤的授信额度 %1</translation>
    </message>
    <message>
        <source>Plan %1</source>
        <translation>方案 %1</translation>
    </message>
    <message>
        <source>The file %1 can not be written.</source>
        <translation>文件 %1 无法写入。</translation>
    </message>
    <message>
        <source>Nothing differs: there is nothing to do.</source>
        <translation>内容没有差别，无需处理。</translation>
    </message>
    <message>
        <source>Issues Chinese digital invoices from scripts, with the same services as the window.

Verbs:
  init --practice            make a profile that practises against the built-in tax platform
  init --credentials FILE    make a profile for the companies of FILE (JSON, as kaipiao-sandbox
                             --print-credentials prints it; the same shape for a real connection)
  issue ORDERS.xlsx          check the official batch workbook (V260401), issue what is good, and mark what is
                             not in a copy; running it again issues nothing twice and goes on
  template -o FILE           write an empty batch workbook
  classify NAME…             propose classification codes for item names; without names one for each line of
                             standard input. Needs no profile; with --profile the company&apos;s own choices count
  list                       list invoices, newest first
  show NUMBER                print one stored invoice
  pdf NUMBER -o FILE         write the PDF of one invoice
  status                     credit, number ranges, what is on its way
  items|customers|business-types|elements|scenes [list]    list base data (--text TEXT)
  items|customers|business-types import FILE    add and change records from a workbook or CSV file;
                             running it again changes nothing; --dry-run, --marked FILE
  items|customers|business-types export -o FILE | template -o FILE
  red apply NUMBER --reason CODE    apply for reversing an invoice: all that is left of it, or the lines of
                             --quantity LINE=N and --amount LINE=N; 01 mistake, 02 goods returned, 03 service
                             stopped, 04 allowance
                             --buyer --date YYYY-MM-DD --gross AMOUNT [--kind 02]: of an invoice received
  red list|show FORM         confirmation forms, as the platform has them now
  red pdf FORM FILE          write the PDF of one confirmation form
  red confirm|refuse|withdraw FORM    answer a form; red issue FORM: issue its red invoice
  red quick NUMBER --reason CODE    apply for all of an invoice and issue the red one, if nobody must confirm
  red plan NUMBER -o FILE    write what an invoice says now (JSON), to be changed into what it should have been
  red plan NUMBER --wanted FILE|--nothing    show the least set of steps from the invoice to what it should have
                             been (--nothing: it should never have been issued); --reason CODE; --go carries them
                             out
  red plans | red go PLAN | red drop PLAN    list plans; go on with one; give one up
  verify                     check the audit journal and account for every invoice number

The password comes from the environment variable KAIPIAO_PASSWORD, else from a prompt.

Exit codes: 0 done · 1 some orders are invalid or refused, or the books do not verify · 2 usage ·
3 sign-in failed or right missing · 4 the platform did not answer for all; run it again · 5 bad or missing
file or object, or credentials that the platform refuses or that do not belong into this profile ·
6 disk or database failed, or what stands there now does not allow it</source>
        <translation>用脚本开具数电票，所用服务与窗口程序相同。

动作：
  init --practice            建立演练账套，连接内置的演练税局平台
  init --credentials 文件    为文件中的企业建立账套（JSON，格式同 kaipiao-sandbox
                             --print-credentials 的输出；正式接入用同样的格式）
  issue ORDERS.xlsx          校验官方批量开票模板（V260401），开具合格的订单，
                             不合格的标注在副本中；重复运行不会重复开票，并从中断处继续
  template -o 文件           写出空白的批量开票模板
  classify 名称…             为商品名称推荐税收分类编码；不给名称时从标准输入逐行读取。无需账套；
                             加 --profile 时优先采用本企业以往的选择
  list                       列出发票，最新的在前
  show 发票号码              显示一张已存的发票
  pdf 发票号码 -o 文件       写出一张发票的 PDF
  status                     授信额度、号段、正在上传的发票
  items|customers|business-types|elements|scenes [list]    列出基础信息（--text 文字）
  items|customers|business-types import 文件    从工作簿或CSV文件新增和修改记录；重复导入不会产生重复，
                             可用 --dry-run、--marked 文件
  items|customers|business-types export -o 文件 | template -o 文件
  red apply NUMBER --reason CODE    申请红冲一张发票：默认全部余额，或由 --quantity 行=数量、--amount 行=金额
                             指定；01 开票有误，02 销货退回，03 服务中止，04 销售折让
                             --buyer --date YYYY-MM-DD --gross 价税合计 [--kind 02]：作为购买方申请，针对收到的发票
  red list|show FORM         查看红字确认单（以税局平台为准）
  red pdf FORM FILE          把红字确认单写成 PDF 文件
  red confirm|refuse|withdraw FORM    确认、否认或撤销；red issue FORM：开具红字发票
  red quick NUMBER --reason CODE    全额申请，无需确认时立即开具红字发票
  red plan NUMBER -o 文件    写出发票现在的内容（JSON），供改成应有的内容
  red plan NUMBER --wanted 文件|--nothing    给出红冲方案：从该发票到应有内容的最少步骤
                             （--nothing：本不应开具）；--reason CODE；加 --go 即执行
  red plans | red go PLAN | red drop PLAN    列出方案；继续执行；放弃
  verify                     核对审计日志，并清点每一个发票号码

密码取自环境变量 KAIPIAO_PASSWORD，没有时在终端提示输入。

退出码：0 完成 · 1 有订单校验不通过或开票失败，或账目核对有误 · 2 用法错误 ·
3 登录失败或没有权限 · 4 平台未全部答复，请再次运行 · 5 文件或对象有误或不存在，
或凭据被平台拒绝、不属于本账套 · 6 磁盘或数据库故障，或当前状态不允许该操作</translation>
    </message>
    <message>
        <source>red confirm|refuse: what is kept here as the reason.</source>
        <translation>red confirm|refuse：处理意见，仅保存在本地。</translation>
    </message>
    <message>
        <source>Opinion: %1</source>
        <translation>处理意见：%1</translation>
    </message>
</context>
<context>
    <name>CompanySetup</name>
    <message>
        <source>Tax number, LeQi ID and address are needed.</source>
        <translation>请填写纳税人识别号、乐企 ID 和税局乐企 API 地址。</translation>
    </message>
    <message>
        <source>The API key must be 32 hexadecimal digits.</source>
        <translation>API 密钥必须是 32 位十六进制数字。</translation>
    </message>
    <message>
        <source>No company is set up yet. Connect one first.</source>
        <translation>尚未设置企业，请先接入。</translation>
    </message>
    <message>
        <source>the practice platform built into the program</source>
        <translation>程序内置的演练平台</translation>
    </message>
    <message>
        <source>a test platform</source>
        <translation>测试平台</translation>
    </message>
    <message>
        <source>the real tax platform</source>
        <translation>正式的税局平台</translation>
    </message>
    <message>
        <source>The tax platform refuses the credentials of company %1: %2</source>
        <translation>税局平台拒绝企业 %1 的凭据：%2</translation>
    </message>
    <message>
        <source>These companies are on different platforms: %1 and %2. A profile is for one of them; make another profile for the other.</source>
        <translation>这些企业分属不同的平台：%1和%2。一个账套只用于其中一种，请为另一种另建账套。</translation>
    </message>
    <message>
        <source>This profile works with %1 and can not be connected to %2: its invoice numbers and its credit are worth nothing there. Make another profile for that.</source>
        <translation>本账套使用%1，不能接入%2：其发票号码和授信额度在那里无效。请为此另建账套。</translation>
    </message>
</context>
<context>
    <name>DetailPage</name>
    <message>
        <source>Invoice</source>
        <translation>发票</translation>
    </message>
    <message>
        <source>The invoice is still being loaded.</source>
        <translation>正在载入发票。</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>复制发票号码</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>下载 PDF</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+-)</source>
        <translation>缩小（Ctrl+-）</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>放大（Ctrl++）</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>适应宽度</translation>
    </message>
    <message>
        <source>As wide as the window (Ctrl+0)</source>
        <translation>与窗口同宽（Ctrl+0）</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Invoice …%1</source>
        <translation>发票 …%1</translation>
    </message>
    <message>
        <source>The tax platform has refused this invoice: %1</source>
        <translation>税局平台未予受理：%1</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>价税合计</translation>
    </message>
    <message>
        <source>In capitals</source>
        <translation>大写</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>购买方</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>销售方</translation>
    </message>
    <message>
        <source>Further particulars</source>
        <translation>其他信息</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>纳税人识别号</translation>
    </message>
    <message>
        <source>Address, phone</source>
        <translation>地址、电话</translation>
    </message>
    <message>
        <source>Bank, account</source>
        <translation>开户行及账号</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>上传情况</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>已尝试次数</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>下次尝试</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>受理流水号</translation>
    </message>
    <message>
        <source>History</source>
        <translation>处理记录</translation>
    </message>
    <message>
        <source>Picture of the invoice</source>
        <translation>发票版式</translation>
    </message>
    <message>
        <source>The picture can not be drawn: a part of the program is missing. The PDF can be saved all the same.</source>
        <translation>无法显示票样：程序缺少组件。PDF 仍可保存。</translation>
    </message>
    <message>
        <source>Reversed invoice</source>
        <translation>被红冲发票</translation>
    </message>
    <message>
        <source>This invoice reverses none.</source>
        <translation>本发票没有红冲其他发票。</translation>
    </message>
    <message>
        <source>Reversal</source>
        <translation>红冲信息</translation>
    </message>
    <message>
        <source>Confirmation form</source>
        <translation>红字确认单编号</translation>
    </message>
    <message>
        <source>Tick</source>
        <translation>用途确认</translation>
    </message>
    <message>
        <source>The buyer has ticked the invoice.</source>
        <translation>购买方已用途确认。</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>入账</translation>
    </message>
    <message>
        <source>The buyer has posted the invoice.</source>
        <translation>购买方已入账。</translation>
    </message>
    <message>
        <source>Take both back</source>
        <translation>撤销用途确认和入账</translation>
    </message>
    <message>
        <source>The buyer has taken back what he did with the invoice.</source>
        <translation>购买方已撤销用途确认和入账。</translation>
    </message>
    <message>
        <source>Apply for reversal as the buyer</source>
        <translation>购买方录入红字确认信息</translation>
    </message>
    <message>
        <source>The buyer has applied for a reversal.</source>
        <translation>购买方已录入红字确认信息。</translation>
    </message>
    <message>
        <source>Red invoice</source>
        <translation>查看红票</translation>
    </message>
    <message>
        <source>No red invoice reverses this one.</source>
        <translation>该发票没有对应的红字发票。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>红冲状态</translation>
    </message>
    <message>
        <source>Wholly reversed</source>
        <translation>已全额红冲</translation>
    </message>
    <message>
        <source>Partly reversed</source>
        <translation>已部分红冲</translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation>已红冲金额</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余金额</translation>
    </message>
    <message>
        <source>Red invoice number</source>
        <translation>红字发票号码</translation>
    </message>
    <message>
        <source>Particulars of the invoice</source>
        <translation>发票信息</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Item</source>
        <translation>项目名称</translation>
    </message>
    <message>
        <source>Classification code</source>
        <translation>税收分类编码</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>商品简称</translation>
    </message>
    <message>
        <source>Specification</source>
        <translation>规格型号</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Tax rate</source>
        <translation>税率/征收率</translation>
    </message>
    <message>
        <source>Preferential policy</source>
        <translation>优惠政策</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>折扣金额</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税额</translation>
    </message>
    <message>
        <source>Tax of the discount</source>
        <translation>折扣税额</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>发票流水号</translation>
    </message>
    <message>
        <source>Invoice kind</source>
        <translation>发票种类</translation>
    </message>
    <message>
        <source>Tax included</source>
        <translation>含税</translation>
    </message>
    <message>
        <source>Natural person</source>
        <translation>自然人</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>购买方名称</translation>
    </message>
    <message>
        <source>Buyer&apos;s tax number</source>
        <translation>购买方识别号</translation>
    </message>
    <message>
        <source>Buyer&apos;s address</source>
        <translation>购买方地址</translation>
    </message>
    <message>
        <source>Buyer&apos;s phone</source>
        <translation>购买方电话</translation>
    </message>
    <message>
        <source>Buyer&apos;s bank</source>
        <translation>购买方开户银行</translation>
    </message>
    <message>
        <source>Buyer&apos;s account</source>
        <translation>购买方银行账号</translation>
    </message>
    <message>
        <source>Buyer&apos;s e-mail</source>
        <translation>购买方邮箱</translation>
    </message>
    <message>
        <source>Show buyer&apos;s address and phone</source>
        <translation>展示购买方地址电话</translation>
    </message>
    <message>
        <source>Show buyer&apos;s bank account</source>
        <translation>展示购买方银行账号</translation>
    </message>
    <message>
        <source>Show seller&apos;s address and phone</source>
        <translation>展示销售方地址电话</translation>
    </message>
    <message>
        <source>Show seller&apos;s bank account</source>
        <translation>展示销售方银行账号</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>收款人</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>复核人</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Line nature</source>
        <translation>行性质</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Invoice number</source>
        <translation>发票号码</translation>
    </message>
    <message>
        <source>Issue time</source>
        <translation>开票日期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>开票状态</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>销售方名称</translation>
    </message>
    <message>
        <source>Seller&apos;s tax number</source>
        <translation>销售方识别号</translation>
    </message>
    <message>
        <source>Seller&apos;s address</source>
        <translation>销售方地址</translation>
    </message>
    <message>
        <source>Seller&apos;s phone</source>
        <translation>销售方电话</translation>
    </message>
    <message>
        <source>Seller&apos;s bank</source>
        <translation>销售方开户银行</translation>
    </message>
    <message>
        <source>Seller&apos;s account</source>
        <translation>销售方银行账号</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>开票人</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>税局返回信息</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>附加要素名称</translation>
    </message>
    <message>
        <source>Element type</source>
        <translation>附加要素类型</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>附加要素内容</translation>
    </message>
    <message>
        <source>Voucher kind</source>
        <translation>凭证类型</translation>
    </message>
    <message>
        <source>Voucher code</source>
        <translation>发票代码</translation>
    </message>
    <message>
        <source>Voucher number</source>
        <translation>凭证号码</translation>
    </message>
    <message>
        <source>Voucher date</source>
        <translation>开具日期</translation>
    </message>
    <message>
        <source>Voucher total</source>
        <translation>凭证合计金额</translation>
    </message>
    <message>
        <source>Deducted here</source>
        <translation>本次扣除金额</translation>
    </message>
    <message>
        <source>Tax mode</source>
        <translation>征税方式</translation>
    </message>
    <message>
        <source>Buyer kind</source>
        <translation>购买方类型</translation>
    </message>
    <message>
        <source>Buyer&apos;s identity document</source>
        <translation>购买方证件类型</translation>
    </message>
    <message>
        <source>Buyer&apos;s document number</source>
        <translation>购买方证件号码</translation>
    </message>
    <message>
        <source>Buyer&apos;s country</source>
        <translation>购买方国籍（或地区）</translation>
    </message>
    <message>
        <source>Buyer&apos;s agent</source>
        <translation>经办人姓名</translation>
    </message>
    <message>
        <source>Agent&apos;s identity document</source>
        <translation>经办人证件类型</translation>
    </message>
    <message>
        <source>Agent&apos;s document number</source>
        <translation>经办人证件号码</translation>
    </message>
    <message>
        <source>Agent&apos;s country</source>
        <translation>经办人国籍(地区)</translation>
    </message>
    <message>
        <source>Agent&apos;s tax number</source>
        <translation>经办人自然人纳税人识别号</translation>
    </message>
    <message>
        <source>Agent&apos;s phone</source>
        <translation>经办人联系电话</translation>
    </message>
    <message>
        <source>Business type</source>
        <translation>业务类型</translation>
    </message>
    <message>
        <source>Reason for 3% instead of 1%</source>
        <translation>放弃享受减按1%征收率原因</translation>
    </message>
    <message>
        <source>Refund class</source>
        <translation>即征即退类型</translation>
    </message>
    <message>
        <source>Professional tax service</source>
        <translation>涉税专业服务发票品目</translation>
    </message>
    <message>
        <source>Service agreement</source>
        <translation>涉税专业服务协议编号</translation>
    </message>
    <message>
        <source>Deduction</source>
        <translation>扣除额</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Changed by</source>
        <translation>修改人</translation>
    </message>
    <message>
        <source>Changed at</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Short code</source>
        <translation>简码</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>常用开票项</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>纳税人识别号</translation>
    </message>
    <message>
        <source>Customer kind</source>
        <translation>购买方类型</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>开户银行</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>银行账号</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Extra elements</source>
        <translation>附加要素项目</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Reversed line</source>
        <translation>对应蓝字明细序号</translation>
    </message>
    <message>
        <source>Confirmation form</source>
        <translation>红字确认单编号</translation>
    </message>
    <message>
        <source>Key of the confirmation form</source>
        <translation>红字确认单UUID</translation>
    </message>
    <message>
        <source>Own side</source>
        <translation>本方身份</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>录入方身份</translation>
    </message>
    <message>
        <source>Reversed invoice</source>
        <translation>被红冲发票号码</translation>
    </message>
    <message>
        <source>Issue time of the reversed invoice</source>
        <translation>蓝字发票开票日期</translation>
    </message>
    <message>
        <source>Amount of the reversed invoice</source>
        <translation>蓝字发票合计金额</translation>
    </message>
    <message>
        <source>Tax of the reversed invoice</source>
        <translation>蓝字发票合计税额</translation>
    </message>
    <message>
        <source>Reason for reversal</source>
        <translation>冲红原因</translation>
    </message>
    <message>
        <source>Entry time</source>
        <translation>录入日期</translation>
    </message>
    <message>
        <source>Confirmation time</source>
        <translation>确认日期</translation>
    </message>
    <message>
        <source>Red invoice</source>
        <translation>红字发票号码</translation>
    </message>
    <message>
        <source>Issue time of the red invoice</source>
        <translation>红字发票开票日期</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效标志</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>The file %1 can not be read: %2</source>
        <translation>无法读取文件 %1：%2</translation>
    </message>
    <message>
        <source>The file %1 is larger than %2 MiB.</source>
        <translation>文件 %1 超过 %2 MiB。</translation>
    </message>
    <message>
        <source>The file %1 can not be written: %2</source>
        <translation>无法写入文件 %1：%2</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Documents can not be drawn: the program runs without fonts.</source>
        <translation>无法绘制版式文件：程序运行时没有可用字体。</translation>
    </message>
    <message>
        <source>The invoice layout is damaged.</source>
        <translation>发票版式定义已损坏。</translation>
    </message>
    <message>
        <source>None of the fonts an invoice needs is installed: %1</source>
        <translation>没有安装发票所需的字体：%1</translation>
    </message>
</context>
<context>
    <name>Guard</name>
    <message>
        <source>You may not %1. This right belongs to: %2.</source>
        <translation>您没有“%1”的权限。拥有该权限的角色：%2。</translation>
    </message>
    <message>
        <source>This company is outside what you may see. Ask an administrator.</source>
        <translation>该企业不在您的数据权限之内，请联系管理员。</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>Name on the business licence; a part of it, a short code or pinyin initials find a customer.</source>
        <translation>营业执照上的名称；输入部分名称、简码或拼音首字母可查找客户。</translation>
    </message>
    <message>
        <source>18 characters for companies. A special invoice needs it; a natural person may leave it empty.</source>
        <translation>企业为 18 位；专用发票必填，自然人可不填。</translation>
    </message>
    <message>
        <source>Stands in the remark when it is to be shown.</source>
        <translation>勾选展示时打印在备注栏。</translation>
    </message>
    <message>
        <source>Where the issued invoice is sent.</source>
        <translation>开票后发票发送到此邮箱。</translation>
    </message>
    <message>
        <source>Company, person or authority; it is for your own records.</source>
        <translation>企业、个人或机关，仅供本单位管理使用。</translation>
    </message>
    <message>
        <source>The margin schemes need vouchers and exactly one line without discount.</source>
        <translation>差额征税须填写扣除凭证，且只能有一行明细、不能有折扣。</translation>
    </message>
    <message>
        <source>Your own grouping; it is not printed.</source>
        <translation>本单位自定的分类，不打印在发票上。</translation>
    </message>
    <message>
        <source>A small-scale taxpayer who issues at 3% instead of 1% says why.</source>
        <translation>小规模纳税人放弃减按 1% 而按 3% 开具时须选择原因。</translation>
    </message>
    <message>
        <source>What the refund on levy is given for.</source>
        <translation>即征即退的类型。</translation>
    </message>
    <message>
        <source>Up to 230 characters; the print holds fewer.</source>
        <translation>最多 230 个字符，版面可打印的更少。</translation>
    </message>
    <message>
        <source>Printed in the remark; remembered for the next invoice.</source>
        <translation>打印在备注栏，下一张发票自动带出。</translation>
    </message>
    <message>
        <source>Who acts for the buyer.</source>
        <translation>代表购买方办理的人员。</translation>
    </message>
    <message>
        <source>What was sold, without the *short name*; proposals come while you type.</source>
        <translation>填写商品或服务名称，不含*简称*；录入时自动推荐编码。</translation>
    </message>
    <message>
        <source>19 digits; F7 shows what fits the item.</source>
        <translation>19 位编码；按 F7 查看与项目匹配的编码。</translation>
    </message>
    <message>
        <source>Model or specification, up to 40 characters.</source>
        <translation>规格型号，最多 40 个字符。</translation>
    </message>
    <message>
        <source>Up to 20 characters.</source>
        <translation>最多 20 个字符。</translation>
    </message>
    <message>
        <source>Quantity and price go together: both or neither.</source>
        <translation>数量与单价须同时填写或同时为空。</translation>
    </message>
    <message>
        <source>Up to 13 decimals; quantity × price gives the amount.</source>
        <translation>最多 13 位小数；数量 × 单价 = 金额。</translation>
    </message>
    <message>
        <source>Two decimals. = fills in what is left of a wished total.</source>
        <translation>两位小数；按 = 填入目标合计的剩余金额。</translation>
    </message>
    <message>
        <source>Those the tax office allows your company today, and the preference.</source>
        <translation>本企业当日可用且优惠政策允许的税率。</translation>
    </message>
    <message>
        <source>Leave it empty unless a policy applies to this sale.</source>
        <translation>适用优惠政策时才需选择。</translation>
    </message>
    <message>
        <source>An amount, or a rate such as 10%; it becomes a line of its own.</source>
        <translation>可填金额或折扣率（如 10%），自动生成折扣行。</translation>
    </message>
    <message>
        <source>What is deducted here; together not more than the amount with tax.</source>
        <translation>本次扣除金额，合计不得超过含税销售额。</translation>
    </message>
    <message>
        <source>Number of the invoice or voucher that proves the deduction.</source>
        <translation>扣除凭证的发票号码或凭证号码。</translation>
    </message>
</context>
<context>
    <name>HttpClient</name>
    <message>
        <source>The server %1 can not be found. Check the network and the address, then try again.</source>
        <translation>找不到服务器 %1，请检查网络和地址后重试。</translation>
    </message>
    <message>
        <source>The server %1 takes no connection. Check the address, or try again later.</source>
        <translation>服务器 %1 拒绝连接，请检查地址或稍后再试。</translation>
    </message>
    <message>
        <source>The connection to %1 is not trustworthy: its certificate was refused. Check the date of this computer and the address; ask your network administrator if it stays.</source>
        <translation>与 %1 的连接不可信：其证书未通过验证。请检查本机日期和地址；如仍不能解决，请联系网络管理员。</translation>
    </message>
    <message>
        <source>The proxy gives no way to %1. Check the proxy in the settings, or ask your network administrator.</source>
        <translation>代理无法连接 %1，请检查代理设置或联系网络管理员。</translation>
    </message>
    <message>
        <source>The server %1 can not be reached. Check the network, then try again.</source>
        <translation>无法连接服务器 %1，请检查网络后重试。</translation>
    </message>
    <message>
        <source>The request went to %1, but no whole answer came back.</source>
        <translation>请求已发往 %1，但没有收到完整答复。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an address that may be used: it has to begin with https://.</source>
        <translation>“%1”不是可用的地址，必须以 https:// 开头。</translation>
    </message>
</context>
<context>
    <name>InvoiceCommands</name>
    <message>
        <source>The invoice is still being loaded.</source>
        <translation>正在载入发票。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Invoice %1 was refused and will be given up. Its number becomes free for another invoice. This can not be undone.</source>
        <translation>发票 %1 开票失败，将被放弃，其号码可供其他发票使用。此操作不可撤销。</translation>
    </message>
    <message>
        <source>Only a refused invoice can be discarded. An issued one is reversed by a red invoice.</source>
        <translation>只有开票失败的发票可以放弃；已开具的发票须通过红字发票冲销。</translation>
    </message>
    <message>
        <source>Correct and issue again</source>
        <translation>修改后重开</translation>
    </message>
    <message>
        <source>Only a refused invoice can be corrected.</source>
        <translation>只有开票失败的发票可以修改后重开。</translation>
    </message>
    <message>
        <source>Copy as new invoice</source>
        <translation>复制开票</translation>
    </message>
    <message>
        <source>This invoice is not waiting for the tax platform.</source>
        <translation>该发票没有在等待税局平台。</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>No invoice is waiting for the tax platform.</source>
        <translation>没有等待发送的发票。</translation>
    </message>
    <message>
        <source>A red invoice is not corrected. Issue it again from its confirmation form.</source>
        <translation>红字发票不能修改重开，请从红字确认单重新开具。</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>冲红</translation>
    </message>
    <message>
        <source>A red invoice can not be reversed.</source>
        <translation>红字发票不能再红冲。</translation>
    </message>
    <message>
        <source>Only an issued invoice can be reversed.</source>
        <translation>只有已开具成功的发票才能红冲。</translation>
    </message>
    <message>
        <source>Confirmation forms</source>
        <translation>红字确认单</translation>
    </message>
</context>
<context>
    <name>InvoicePdf</name>
    <message>
        <source>Only an issued invoice has a PDF. This one is: %1.</source>
        <translation>只有开票成功的发票才有 PDF，该发票状态为：%1。</translation>
    </message>
</context>
<context>
    <name>Invoices</name>
    <message>
        <source>There is no such invoice. Check its number; another company may be chosen.</source>
        <translation>没有该发票。请核对号码，或切换企业后再查。</translation>
    </message>
</context>
<context>
    <name>InvoicesPage</name>
    <message>
        <source>Gross</source>
        <translation>价税合计</translation>
    </message>
    <message>
        <source>Unfinished (all)</source>
        <translation>未完成（全部）</translation>
    </message>
    <message>
        <source>Issue date</source>
        <translation>开票日期</translation>
    </message>
    <message>
        <source>Invoice kind</source>
        <translation>发票种类</translation>
    </message>
    <message>
        <source>State</source>
        <translation>开票状态</translation>
    </message>
    <message>
        <source>Select one invoice.</source>
        <translation>请选择一张发票。</translation>
    </message>
    <message>
        <source>Select an invoice.</source>
        <translation>请选择发票。</translation>
    </message>
    <message>
        <source>Select at most %1 invoices.</source>
        <translation>一次最多选择 %1 张发票。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>发票详情</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>下载 PDF</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>复制发票号码</translation>
    </message>
    <message>
        <source>Issue invoice</source>
        <translation>发票填开</translation>
    </message>
    <message>
        <source>Find invoices</source>
        <translation>发票查询</translation>
    </message>
    <message>
        <source>Number, buyer, tax number, item, amount, remark</source>
        <translation>发票号码、购买方、识别号、项目、金额、备注</translation>
    </message>
    <message>
        <source>The invoices of this company will stand here.</source>
        <translation>本企业开具的发票将显示在这里。</translation>
    </message>
</context>
<context>
    <name>Issuing</name>
    <message>
        <source>No invoice number is left for this year. Draw numbers and try again.</source>
        <translation>本年度已没有可用的发票号码，请领购后重试。</translation>
    </message>
    <message>
        <source>The credit left does not cover this amount. Download credit, or wait until next month.</source>
        <translation>可用授信额度不足，请下载额度，或等到下个月。</translation>
    </message>
    <message>
        <source>The invoice breaks a rule; see the findings.</source>
        <translation>发票未通过校验，请查看提示。</translation>
    </message>
    <message>
        <source>The serial number stands twice in this batch.</source>
        <translation>本批次中发票流水号重复。</translation>
    </message>
    <message>
        <source>The number of this refused invoice belongs to another year. Discard it and issue it anew.</source>
        <translation>该失败发票的号码属于其他年度，请放弃后重新开具。</translation>
    </message>
    <message>
        <source>Only a refused invoice can be discarded. This one is: %1.</source>
        <translation>只有开票失败的发票可以放弃，该发票状态为：%1。</translation>
    </message>
    <message>
        <source>There is no such draft.</source>
        <translation>没有这份草稿。</translation>
    </message>
    <message>
        <source>This is a red invoice. Issue it again from its confirmation form.</source>
        <translation>这是红字发票，请从其红字确认单重新开具。</translation>
    </message>
</context>
<context>
    <name>IssuingPage</name>
    <message>
        <source>Issue invoice</source>
        <translation>发票填开</translation>
    </message>
    <message>
        <source>Invoice kind</source>
        <translation>发票种类</translation>
    </message>
    <message>
        <source>Save draft</source>
        <translation>保存草稿</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>开票</translation>
    </message>
    <message>
        <source>No company is connected yet.</source>
        <translation>尚未接入企业。</translation>
    </message>
    <message>
        <source>The company&apos;s facts are being loaded…</source>
        <translation>正在载入企业信息…</translation>
    </message>
    <message>
        <source>The draft of %1 was restored.</source>
        <translation>已恢复 %1 的草稿。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Draft saved at %1</source>
        <translation>草稿已保存 %1</translation>
    </message>
    <message>
        <source>The invoice is being handed in.</source>
        <translation>正在提交发票。</translation>
    </message>
    <message>
        <source>The company&apos;s facts are not here yet.</source>
        <translation>企业信息尚未载入。</translation>
    </message>
    <message>
        <source>What is written here is thrown away, and with it its draft.</source>
        <translation>当前填写的内容及其草稿将被清除。</translation>
    </message>
    <message>
        <source>The invoice can not be issued yet; see what is marked.</source>
        <translation>发票尚不能开具，请查看标出的内容。</translation>
    </message>
    <message>
        <source>Issue this invoice?</source>
        <translation>确认开具这张发票？</translation>
    </message>
    <message>
        <source>%1 to %2
Amount ¥%3, tax ¥%4, gross ¥%5
An issued invoice can only be reversed by a red invoice.</source>
        <translation>%1，购买方：%2
金额 ¥%3，税额 ¥%4，价税合计 ¥%5
发票一经开具，只能通过红字发票冲销。</translation>
    </message>
    <message>
        <source>Correct the invoice and issue it again. It keeps its number %1.</source>
        <translation>请修改后重新开具，发票号码 %1 不变。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Add line</source>
        <translation>添加行</translation>
    </message>
    <message>
        <source>Copy line</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Remove line</source>
        <translation>删除行</translation>
    </message>
    <message>
        <source>Prices include tax</source>
        <translation>价格含税</translation>
    </message>
    <message>
        <source>Lines of the invoice</source>
        <translation>发票明细</translation>
    </message>
    <message>
        <source>Issue date: %1</source>
        <translation>开票日期：%1</translation>
    </message>
    <message>
        <source>Credit available: ¥%1</source>
        <translation>可用授信额度：¥%1</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Address, phone, bank account</source>
        <translation>地址、电话、开户行及账号</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>购买方信息</translation>
    </message>
    <message>
        <source>Type a part of name or tax number; F7 shows all</source>
        <translation>输入名称或识别号的一部分；F7 显示全部</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>统一社会信用代码/纳税人识别号</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>开户银行</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>银行账号</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>销售方信息</translation>
    </message>
    <message>
        <source>Address, phone</source>
        <translation>地址、电话</translation>
    </message>
    <message>
        <source>Bank, account</source>
        <translation>开户行及账号</translation>
    </message>
    <message>
        <source>The invoice has been issued</source>
        <translation>开票成功</translation>
    </message>
    <message>
        <source>The tax platform has refused the invoice</source>
        <translation>开票失败</translation>
    </message>
    <message>
        <source>The invoice was discarded</source>
        <translation>发票已放弃</translation>
    </message>
    <message>
        <source>The answer of the tax platform is outstanding</source>
        <translation>等待税局平台确认</translation>
    </message>
    <message>
        <source>The invoice is being issued…</source>
        <translation>正在开票…</translation>
    </message>
    <message>
        <source>Invoice number</source>
        <translation>发票号码</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>价税合计</translation>
    </message>
    <message>
        <source>Credit used</source>
        <translation>本次使用授信额度</translation>
    </message>
    <message>
        <source>Open invoice</source>
        <translation>查看发票</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>下载 PDF</translation>
    </message>
    <message>
        <source>Correct and issue again</source>
        <translation>修改后重开</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Issue another</source>
        <translation>继续开票</translation>
    </message>
    <message>
        <source>none (¥%1 was given back)</source>
        <translation>无（已退还 ¥%1）</translation>
    </message>
    <message>
        <source>Discard invoice %1?</source>
        <translation>放弃发票 %1？</translation>
    </message>
    <message>
        <source>It is given up, and its number becomes free for another invoice. This can not be undone.</source>
        <translation>该发票将被放弃，其号码可供其他发票使用。此操作不可撤销。</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税额</translation>
    </message>
    <message>
        <source>Gross in capitals</source>
        <translation>价税合计（大写）</translation>
    </message>
    <message>
        <source>In figures</source>
        <translation>（小写）</translation>
    </message>
    <message>
        <source>Spec</source>
        <translation>规格型号</translation>
    </message>
    <message>
        <source>Preference</source>
        <translation>优惠政策</translation>
    </message>
    <message>
        <source>Price incl. tax</source>
        <translation>单价（含税）</translation>
    </message>
    <message>
        <source>Price excl. tax</source>
        <translation>单价（不含税）</translation>
    </message>
    <message>
        <source>Amount incl. tax</source>
        <translation>金额（含税）</translation>
    </message>
    <message>
        <source>Amount excl. tax</source>
        <translation>金额（不含税）</translation>
    </message>
    <message>
        <source>Copy last invoice</source>
        <translation>复制上一张</translation>
    </message>
    <message>
        <source>This invoice has been handed in already.</source>
        <translation>该发票已提交。</translation>
    </message>
    <message>
        <source>The invoice is of another company. Switch to %1 first.</source>
        <translation>该发票属于其他企业，请先切换到 %1。</translation>
    </message>
    <message>
        <source>This is a copy of invoice %1. It is issued under a number of its own.</source>
        <translation>已复制发票 %1 的内容，开具时使用新的发票号码。</translation>
    </message>
    <message>
        <source>This company has no invoice yet.</source>
        <translation>该企业还没有发票。</translation>
    </message>
    <message>
        <source>Classification codes</source>
        <translation>税收分类编码</translation>
    </message>
    <message>
        <source>Discount %1%</source>
        <translation>折扣 %1%</translation>
    </message>
    <message>
        <source>New invoice</source>
        <translation>新发票</translation>
    </message>
    <message>
        <source>Lines without a classification code: %1. Proposals were found for %2 of them.</source>
        <translation>未填税收分类编码的明细：%1 行，其中 %2 行已找到推荐编码。</translation>
    </message>
    <message>
        <source>Put them in</source>
        <translation>填入</translation>
    </message>
    <message>
        <source>New draft</source>
        <translation>新建草稿</translation>
    </message>
    <message>
        <source>Open drafts</source>
        <translation>打开的草稿</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>丢弃草稿</translation>
    </message>
    <message>
        <source>Discard the draft &quot;%1&quot;?</source>
        <translation>丢弃草稿“%1”？</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>Show and type prices with or without tax (%1); the invoice stays the same</source>
        <translation>按含税或不含税显示和录入价格（%1），发票内容不变</translation>
    </message>
    <message>
        <source>Choose lines that have an amount; a discount is taken off that.</source>
        <translation>请选择已有金额的明细行，折扣从金额中扣除。</translation>
    </message>
    <message>
        <source>The other lines come to ¥%1 already.</source>
        <translation>其他明细行的合计已达到 ¥%1。</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>填入</translation>
    </message>
    <message>
        <source>No whole fen without tax comes to ¥%1: the invoice comes to ¥%2.</source>
        <translation>不含税金额取整到分后凑不出 ¥%1，当前价税合计为 ¥%2。</translation>
    </message>
    <message>
        <source>Discount rate (%)</source>
        <translation>折扣率(%)</translation>
    </message>
    <message>
        <source>Discount amount</source>
        <translation>折扣金额</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Without discount</source>
        <translation>取消折扣</translation>
    </message>
    <message>
        <source>Discount on lines: %1, together ¥%2</source>
        <translation>折扣明细行：%1 行，合计 ¥%2</translation>
    </message>
    <message>
        <source>A rate from 0 to 100, or an amount up to that of the lines</source>
        <translation>折扣率为 0 到 100，或不超过所选行金额的折扣金额</translation>
    </message>
    <message>
        <source>What shall the invoice come to? The line takes what is left of it.</source>
        <translation>这张发票的价税合计应为多少？本行自动填入剩余金额。</translation>
    </message>
    <message>
        <source>Wished gross</source>
        <translation>目标价税合计</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy from an issued invoice</source>
        <translation>复制开票</translation>
    </message>
    <message>
        <source>Number, buyer, tax number, item, remark, amount…</source>
        <translation>发票号码、购买方、税号、项目、备注、金额……</translation>
    </message>
    <message>
        <source>Issued invoices</source>
        <translation>已开具的发票</translation>
    </message>
    <message>
        <source>Issue date</source>
        <translation>开票日期</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>No issued invoice was found.</source>
        <translation>没有找到已开具的发票。</translation>
    </message>
    <message>
        <source>Copy invoice</source>
        <translation>复制开票</translation>
    </message>
    <message>
        <source>Deduction vouchers</source>
        <translation>差额扣除凭证</translation>
    </message>
    <message>
        <source>Deducted together: ¥%1</source>
        <translation>本次扣除合计：¥%1</translation>
    </message>
    <message>
        <source>Extra elements, buyer&apos;s agent</source>
        <translation>附加要素、经办人</translation>
    </message>
    <message>
        <source>Extra elements</source>
        <translation>附加要素</translation>
    </message>
    <message>
        <source>From a scene</source>
        <translation>选择场景模板</translation>
    </message>
    <message>
        <source>No scene is kept yet</source>
        <translation>尚未维护场景模板</translation>
    </message>
    <message>
        <source>A natural person</source>
        <translation>是自然人</translation>
    </message>
    <message>
        <source>No</source>
        <translation>不是</translation>
    </message>
    <message>
        <source>Keep as customer</source>
        <translation>保存为客户</translation>
    </message>
    <message>
        <source>Puts the buyer among the customers, or changes him there</source>
        <translation>将购买方新增到客户信息，或更新已有客户</translation>
    </message>
    <message>
        <source>You may not change base data; an administrator can grant it.</source>
        <translation>您没有维护基础信息的权限，可请管理员授权。</translation>
    </message>
    <message>
        <source>Is &quot;%1&quot; a natural person? The invoice then goes to his own account.</source>
        <translation>“%1”是自然人吗？是则发票归集到其个人票夹。</translation>
    </message>
    <message>
        <source>%1 is among the customers now.</source>
        <translation>%1 已保存到客户信息。</translation>
    </message>
    <message>
        <source>QR code of the invoice</source>
        <translation>发票二维码</translation>
    </message>
    <message>
        <source>Name, short code or initials of an item</source>
        <translation>项目名称、简码或拼音首字母</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>开票项目</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目名称</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Tax rate</source>
        <translation>税率/征收率</translation>
    </message>
    <message>
        <source>Classification code</source>
        <translation>税收分类编码</translation>
    </message>
    <message>
        <source>Put in %1</source>
        <translation>填入 %1 项</translation>
    </message>
    <message>
        <source>Choose items first; keep them under base data.</source>
        <translation>请先选择项目；可在基础信息中维护项目。</translation>
    </message>
    <message>
        <source>Choose items</source>
        <translation>选择项目</translation>
    </message>
    <message>
        <source>Close the draft (%1)</source>
        <translation>关闭草稿（%1）</translation>
    </message>
    <message>
        <source>A deduction voucher is used once: put in those of the new invoice.</source>
        <translation>差额扣除凭证只能使用一次，请录入新发票的扣除凭证。</translation>
    </message>
    <message>
        <source>Import lines</source>
        <translation>导入明细</translation>
    </message>
    <message>
        <source>%1%2: %3</source>
        <translation>%1%2：%3</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>新增明细</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>The file has headings, but no rows below them.</source>
        <translation>文件只有表头，没有数据行。</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>F7 shows the addresses used before</source>
        <translation>按 F7 显示历史邮箱</translation>
    </message>
    <message>
        <source>own item</source>
        <translation>商品信息</translation>
    </message>
    <message>
        <source>There are no items yet. Keep them under base data.</source>
        <translation>还没有商品，请在基础信息中维护。</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>填入</translation>
    </message>
    <message>
        <source>Read again: credit ¥%1, invoice numbers %2.</source>
        <translation>已刷新：可用授信额度 ¥%1，剩余票号 %2。</translation>
    </message>
    <message>
        <source>No item is called so. Try a part of its name, its short code or its initials; or go back and write it into the line, which needs no item. New items are kept under base data.</source>
        <translation>没有找到商品。可换用名称的一部分、简码或拼音首字母查找；也可返回后直接在明细行填写项目名称，不必先建商品。新商品请在基础信息中维护。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>Keychain</name>
    <message>
        <source>The system&apos;s keychain holds no secret &quot;%1&quot;.</source>
        <translation>系统钥匙串中没有“%1”。</translation>
    </message>
    <message>
        <source>The system&apos;s keychain is locked or refused access. Unlock it and try again.</source>
        <translation>系统钥匙串已锁定或拒绝访问，请解锁后重试。</translation>
    </message>
    <message>
        <source>This system has no keychain that can be used. Keep the secrets in the vault instead.</source>
        <translation>本系统没有可用的钥匙串，请改用密码库保存密钥。</translation>
    </message>
    <message>
        <source>The system&apos;s keychain failed: %1</source>
        <translation>系统钥匙串出错：%1</translation>
    </message>
    <message>
        <source>The secret &quot;%1&quot; is too long for the system&apos;s keychain: at most %2 bytes fit.</source>
        <translation>“%1”超出系统钥匙串的长度，最多 %2 字节。</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>This card of keys</source>
        <translation>显示本快捷键卡片</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一个页签</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一个页面</translation>
    </message>
    <message>
        <source>Close the page</source>
        <translation>关闭页签</translation>
    </message>
    <message>
        <source>Search in the list</source>
        <translation>在列表中查询</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Issue the invoice</source>
        <translation>开票</translation>
    </message>
    <message>
        <source>Save the draft</source>
        <translation>保存草稿</translation>
    </message>
    <message>
        <source>Another draft beside this one</source>
        <translation>另开一张草稿</translation>
    </message>
    <message>
        <source>Close the draft</source>
        <translation>关闭草稿</translation>
    </message>
    <message>
        <source>Next draft</source>
        <translation>下一张草稿</translation>
    </message>
    <message>
        <source>Previous draft</source>
        <translation>上一张草稿</translation>
    </message>
    <message>
        <source>Copy the last invoice</source>
        <translation>复制上一张发票</translation>
    </message>
    <message>
        <source>Copy from an issued invoice</source>
        <translation>复制开票</translation>
    </message>
    <message>
        <source>The other invoice kind</source>
        <translation>切换票种</translation>
    </message>
    <message>
        <source>Prices with or without tax</source>
        <translation>切换含税/不含税</translation>
    </message>
    <message>
        <source>Discount on the chosen lines</source>
        <translation>所选行折扣</translation>
    </message>
    <message>
        <source>Choose from the items</source>
        <translation>选择开票项目</translation>
    </message>
    <message>
        <source>Next cell; after the last one a new line</source>
        <translation>下一格；末格之后新增一行</translation>
    </message>
    <message>
        <source>Previous cell</source>
        <translation>上一格</translation>
    </message>
    <message>
        <source>Edit the cell</source>
        <translation>编辑单元格</translation>
    </message>
    <message>
        <source>Look up what the field may hold</source>
        <translation>查找本栏可选内容</translation>
    </message>
    <message>
        <source>Copy the cell above</source>
        <translation>复制上方单元格</translation>
    </message>
    <message>
        <source>Copy the line</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>增行</translation>
    </message>
    <message>
        <source>Remove the line</source>
        <translation>删除行</translation>
    </message>
    <message>
        <source>Fill in what is left of the wished total</source>
        <translation>填入目标合计的剩余金额</translation>
    </message>
    <message>
        <source>Empty the cells</source>
        <translation>清空单元格</translation>
    </message>
    <message>
        <source>Copy the cells</source>
        <translation>复制单元格</translation>
    </message>
    <message>
        <source>Cut the cells</source>
        <translation>剪切单元格</translation>
    </message>
    <message>
        <source>Paste lines from a spreadsheet</source>
        <translation>从表格粘贴明细</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全部页面</translation>
    </message>
    <message>
        <source>In lists</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>When issuing</source>
        <translation>发票填开</translation>
    </message>
    <message>
        <source>In lines</source>
        <translation>明细行</translation>
    </message>
    <message>
        <source>Search pages, customers, items, invoices</source>
        <translation>搜索页面、客户、开票项目、发票</translation>
    </message>
    <message>
        <source>Import lines from a workbook</source>
        <translation>从表格文件导入明细</translation>
    </message>
    <message>
        <source>Read credit, numbers and rates again</source>
        <translation>刷新授信额度、票号和税率</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Other key</source>
        <translation>更换按键</translation>
    </message>
    <message>
        <source>Further key</source>
        <translation>增加按键</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>不用按键</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Usual keys everywhere</source>
        <translation>全部恢复默认</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Enter on a row, then the key it shall have.</source>
        <translation>在某一行按 Enter，再按下要用的键。</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Usually %1</source>
        <translation>默认 %1</translation>
    </message>
    <message>
        <source>Press the key for &quot;%1&quot; now; Esc leaves it as it is.</source>
        <translation>请按下“%1”的新按键；按 Esc 不改。</translation>
    </message>
    <message>
        <source>%1 is already the key for &quot;%2&quot;.</source>
        <translation>%1 已是“%2”的按键。</translation>
    </message>
    <message>
        <source>Take it from there</source>
        <translation>改用到此处</translation>
    </message>
</context>
<context>
    <name>Kit</name>
    <message>
        <source>Close this message</source>
        <translation>关闭提示</translation>
    </message>
    <message>
        <source>Copies the reference under which the details stand in the log.</source>
        <translation>复制日志编号，凭此可在日志中找到详细信息。</translation>
    </message>
    <message>
        <source>Copy log reference %1</source>
        <translation>复制日志编号 %1</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>剩余 %1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s left</source>
        <translation>剩余 %1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>剩余 %1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1/min</source>
        <translation>%1/分</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>More commands</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>There is no such command here.</source>
        <translation>此处没有该操作。</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>校验提示</translation>
    </message>
    <message>
        <source>Errors: %1</source>
        <translation>错误 %1</translation>
    </message>
    <message>
        <source>Warnings: %1</source>
        <translation>提醒 %1</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>%1 is not an amount with at most two decimals.</source>
        <translation>%1不是有效金额（最多两位小数）。</translation>
    </message>
    <message>
        <source>%1 is not a number.</source>
        <translation>%1不是有效数字。</translation>
    </message>
    <message>
        <source>%1 is not a whole number.</source>
        <translation>%1不是整数。</translation>
    </message>
    <message>
        <source>%1 is not a rate, such as 13%.</source>
        <translation>%1不是有效税率，例如 13%。</translation>
    </message>
    <message>
        <source>%1 is not one of the choices.</source>
        <translation>%1不在可选范围之内。</translation>
    </message>
    <message>
        <source>%1 is not a date such as 2026-01-31.</source>
        <translation>%1不是有效日期，例如 2026-01-31。</translation>
    </message>
    <message>
        <source>%1 can not be read.</source>
        <translation>无法识别%1。</translation>
    </message>
    <message>
        <source>Add line</source>
        <translation>添加行</translation>
    </message>
    <message>
        <source>Remove line</source>
        <translation>删除行</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>修改%1</translation>
    </message>
    <message>
        <source>Empty cells</source>
        <translation>清空单元格</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>At most %1 rows can be copied at once. Select fewer, or export them to a file.</source>
        <translation>一次最多复制 %1 行，请减少选择或导出到文件。</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Refresh (F5)</source>
        <translation>刷新（F5）</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列设置</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Search (%1)</source>
        <translation>查询（%1）</translation>
    </message>
    <message>
        <source>At most %1 rows can be selected at once. Ctrl+A selects everything the list has found.</source>
        <translation>一次最多选择 %1 行。按 Ctrl+A 可选择查询到的全部记录。</translation>
    </message>
    <message>
        <source>Filters (%1)</source>
        <translation>筛选（%1）</translation>
    </message>
    <message>
        <source>Nothing matches the search and the filters.</source>
        <translation>没有符合查询条件的记录。</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Copy this cell</source>
        <translation>复制单元格</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>恢复默认列</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>共 %1 条</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Selected: %1</source>
        <translation>已选 %1 条</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>本季度</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>本年</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>%1: first day</source>
        <translation>%1起</translation>
    </message>
    <message>
        <source>%1: last day</source>
        <translation>%1止</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>匹配结果</translation>
    </message>
    <message>
        <source>You do not have the right to %1. These roles have it: %2.</source>
        <translation>您没有“%1”的权限。拥有该权限的角色：%2。</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>常用查询</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Name for the present filters</source>
        <translation>为当前查询条件命名</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The selection is still being read. Try again in a moment.</source>
        <translation>正在读取所选内容，请稍后再试。</translation>
    </message>
    <message>
        <source>Look up: %1</source>
        <translation>查找：%1</translation>
    </message>
    <message>
        <source>Look up (F7)</source>
        <translation>查找（F7）</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>Save the template</source>
        <translation>保存模板</translation>
    </message>
    <message>
        <source>Download template</source>
        <translation>模板下载</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save marked file…</source>
        <translation>保存标注文件…</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Fill in the template, then choose the file or drop it here. Nothing is changed before you have seen what each row would do.</source>
        <translation>请填写模板，然后选择文件或将文件拖放到此处。在您看到每一行的处理结果之前，不会更改任何数据。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>模板导入</translation>
    </message>
    <message>
        <source>The rows are in already.</source>
        <translation>这些行已经导入。</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>请先选择文件。</translation>
    </message>
    <message>
        <source>No row of the file can be imported.</source>
        <translation>文件中没有可以导入的行。</translation>
    </message>
    <message>
        <source>Choose the file to import</source>
        <translation>选择要导入的文件</translation>
    </message>
    <message>
        <source>Checking the rows</source>
        <translation>正在检查各行</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>已取消，未更改任何数据。</translation>
    </message>
    <message>
        <source>%1 (marked)</source>
        <translation>%1（已标注）</translation>
    </message>
    <message>
        <source>Save the file with its errors marked</source>
        <translation>保存标注了错误的文件</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was printed.</source>
        <translation>已取消，未打印。</translation>
    </message>
    <message>
        <source>At most %1 rows can be printed at once. Select fewer, or export them to a file.</source>
        <translation>一次最多打印 %1 行。请减少所选行数，或导出到文件。</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>The printer did not take the list. Look after it and try again.</source>
        <translation>打印机未能打印该列表。请检查打印机后重试。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Select one row.</source>
        <translation>请选择一行。</translation>
    </message>
    <message>
        <source>Select at least one row.</source>
        <translation>请至少选择一行。</translation>
    </message>
    <message>
        <source>The list is empty.</source>
        <translation>列表为空。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>View</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>批量删除</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>%1 will be deleted. This can not be undone.</source>
        <translation>将删除 %1，删除后无法恢复。</translation>
    </message>
    <message>
        <source>Something is being exported or printed already.</source>
        <translation>正在导出或打印，请稍候。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>批量导出</translation>
    </message>
    <message>
        <source>Print list</source>
        <translation>打印列表</translation>
    </message>
    <message>
        <source>Import: %1</source>
        <translation>模板导入：%1</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>已删除 %1 行</translation>
    </message>
    <message>
        <source>Not deleted: %1</source>
        <translation>%1 行未删除</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>Printed by %1 at %2</source>
        <translation>打印人：%1   打印时间：%2</translation>
    </message>
    <message>
        <source>Save and next</source>
        <translation>保存并继续</translation>
    </message>
    <message>
        <source>Save (%1)</source>
        <translation>保存（%1）</translation>
    </message>
    <message>
        <source>Save and go on with the next one (Ctrl+Enter)</source>
        <translation>保存并继续下一条（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>View %1</source>
        <translation>%1详情</translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>新增%1</translation>
    </message>
    <message>
        <source>Discard what is not saved?</source>
        <translation>放弃未保存的更改？</translation>
    </message>
    <message>
        <source>The %1 has changes that were not saved. They will be lost.</source>
        <translation>%1有未保存的更改，这些更改将丢失。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Results by row</source>
        <translation>逐行结果</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>Tax rate</source>
        <translation>税率</translation>
    </message>
    <message>
        <source>Name, code, short name or pinyin initials</source>
        <translation>名称、编码、简称或拼音首字母</translation>
    </message>
    <message>
        <source>Nothing is found.</source>
        <translation>未找到。</translation>
    </message>
    <message>
        <source>%1 is a summary code: choose one below it.</source>
        <translation>%1是汇总项，请选择其下级编码。</translation>
    </message>
    <message>
        <source>Space chooses, Ctrl+Up and Ctrl+Down change the order.</source>
        <translation>按空格键选择，按 Ctrl+↑、Ctrl+↓ 调整顺序。</translation>
    </message>
    <message>
        <source>This cell is not understood. It stays as it is, marked.</source>
        <translation>该单元格无法识别，将原样保留并标记。</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>What will be pasted</source>
        <translation>粘贴预览</translation>
    </message>
    <message>
        <source>Click to say where this column goes</source>
        <translation>点击选择该列对应的栏目</translation>
    </message>
    <message>
        <source>columns by heading</source>
        <translation>按列名对应</translation>
    </message>
    <message>
        <source>columns by position</source>
        <translation>按位置对应</translation>
    </message>
    <message>
        <source>Lines to paste: %1 (%2)</source>
        <translation>待粘贴明细：%1 行（%2）</translation>
    </message>
    <message>
        <source>Cells that are not understood: %1. They are pasted as they are and marked.</source>
        <translation>无法识别的单元格：%1 个，将原样粘贴并标记。</translation>
    </message>
    <message>
        <source>Import (%1)</source>
        <translation>导入（%1 行）</translation>
    </message>
    <message>
        <source>Export (%1)</source>
        <translation>批量导出（%1 行）</translation>
    </message>
    <message>
        <source>Rows exported to %2: %1</source>
        <translation>已将 %1 行导出到 %2</translation>
    </message>
    <message>
        <source>Rows printed: %1</source>
        <translation>已打印 %1 行</translation>
    </message>
    <message>
        <source>There is nothing to be marked in the file.</source>
        <translation>文件中没有需要标注的内容。</translation>
    </message>
    <message>
        <source>Rows with a remark that would be imported all the same: %1. Look at them first.</source>
        <translation>有说明但仍会导入的行：%1，请先查看。</translation>
    </message>
    <message>
        <source>These have changes that were not saved: %1. They will be lost.</source>
        <translation>以下内容有未保存的更改：%1。这些更改将丢失。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Only rows with remarks</source>
        <translation>仅显示有说明的行</translation>
    </message>
    <message>
        <source>Rows imported: %1.</source>
        <translation>已导入 %1 行。</translation>
    </message>
    <message>
        <source>Left out: %1. The reason stands at each.</source>
        <translation>未导入 %1 行，原因见各行。</translation>
    </message>
    <message>
        <source>Drop the file here</source>
        <translation>将文件拖放到此处</translation>
    </message>
    <message>
        <source>Nothing is shown, because the list could not be read.</source>
        <translation>列表读取失败，暂无内容可显示。</translation>
    </message>
</context>
<context>
    <name>Layout</name>
    <message>
        <source>&quot;%1&quot; is too much here</source>
        <translation>此处多出“%1”</translation>
    </message>
    <message>
        <source>something is missing at the end of the line</source>
        <translation>行末缺少内容</translation>
    </message>
    <message>
        <source>a text in quotation marks is expected</source>
        <translation>应为引号中的文字</translation>
    </message>
    <message>
        <source>a word is expected</source>
        <translation>应为一个词</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known</source>
        <translation>无法识别“%1”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number</source>
        <translation>“%1”不是数字</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a whole number</source>
        <translation>“%1”不是整数</translation>
    </message>
    <message>
        <source>the closing quotation mark is missing</source>
        <translation>缺少后引号</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known, or stands before the first section</source>
        <translation>无法识别“%1”，或其位于第一个区段之前</translation>
    </message>
    <message>
        <source>the size of the page and its rows is missing</source>
        <translation>缺少页面与行的尺寸</translation>
    </message>
    <message>
        <source>the columns of the lines are missing</source>
        <translation>缺少明细行的列</translation>
    </message>
    <message>
        <source>a font is missing: title, label, text and digits are needed</source>
        <translation>缺少字体：需要 title、label、text 和 digits</translation>
    </message>
</context>
<context>
    <name>LeqiEnvelope</name>
    <message>
        <source>The tax platform&apos;s answer can not be read.</source>
        <translation>无法识别税局平台的答复。</translation>
    </message>
    <message>
        <source>The request can not be encrypted on this computer.</source>
        <translation>本机无法加密请求。</translation>
    </message>
    <message>
        <source>The tax platform&apos;s gateway answered with an error (HTTP %1). If it stays, check the address of the connection.</source>
        <translation>税局平台网关返回错误（HTTP %1）。如持续出现，请检查接入地址。</translation>
    </message>
    <message>
        <source>The tax platform&apos;s gateway did not pass the request on (status %1). If it stays, check the platform ids of the connection.</source>
        <translation>税局平台网关未转发请求（状态 %1）。如持续出现，请检查接入的乐企 ID。</translation>
    </message>
    <message>
        <source>The tax platform reports an error: %1 (code %2).</source>
        <translation>税局平台报告错误：%1（代码 %2）。</translation>
    </message>
    <message>
        <source>The tax platform&apos;s answer can not be decrypted. Check the API key of the connection.</source>
        <translation>无法解密税局平台的答复，请检查接入的 API 密钥。</translation>
    </message>
    <message>
        <source>The tax platform refused without giving a reason (code %1).</source>
        <translation>税局平台未予受理，且没有说明原因（代码 %1）。</translation>
    </message>
</context>
<context>
    <name>LeqiPlatform</name>
    <message>
        <source>%1 It is not known yet whether the tax platform carried it out; it will be asked before anything is sent anew.</source>
        <translation>%1 税局平台是否已处理尚不确定，重新发送之前会先行查询。</translation>
    </message>
    <message>
        <source>%1 Nothing was changed; try again in a few minutes.</source>
        <translation>%1 没有任何改动，请几分钟后再试。</translation>
    </message>
    <message>
        <source>The API key of the connection has not the right form: it must be 32 digits and letters A to F. Enter it again in the connection&apos;s settings.</source>
        <translation>接入的 API 密钥格式不正确，应为 32 位数字和字母 A 至 F，请在接入配置中重新填写。</translation>
    </message>
    <message>
        <source>Between 1 and %1 invoice numbers can be drawn at once.</source>
        <translation>一次可领购 1 至 %1 个发票号码。</translation>
    </message>
    <message>
        <source>Between 1 and %1 invoices can be uploaded at once.</source>
        <translation>一次可上传 1 至 %1 张发票。</translation>
    </message>
    <message>
        <source>%1 Check the API key, the LeQi IDs and the address of the connection %2.</source>
        <translation>%1请核对接入 %2 的 API 密钥、乐企 ID 和地址。</translation>
    </message>
</context>
<context>
    <name>OrderWorkbook</name>
    <message>
        <source>%1: &quot;%2&quot; is not in the drop-down list (%3).</source>
        <translation>%1：“%2”不在下拉选项中（%3）。</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is not a number.</source>
        <translation>%1：“%2”不是数字。</translation>
    </message>
    <message>
        <source>%1: %2 has %3 decimals; at most %4 are allowed.</source>
        <translation>%1：%2 有 %3 位小数，最多 %4 位。</translation>
    </message>
    <message>
        <source>%1: the cell&apos;s formula gives the error %2.</source>
        <translation>%1：单元格公式的结果为错误 %2。</translation>
    </message>
    <message>
        <source>%1: the cell is formatted as a date or time (%2); format it as text and enter the number again.</source>
        <translation>%1：单元格为日期或时间格式（%2），请改为文本格式后重新输入号码。</translation>
    </message>
    <message>
        <source>%1: the cell holds a number, of which Excel keeps 15 digits only; format it as text and enter it again.</source>
        <translation>%1：单元格为数字格式，Excel 只保留 15 位，请改为文本格式后重新输入。</translation>
    </message>
    <message>
        <source>%1 must be filled in.</source>
        <translation>%1为必填项。</translation>
    </message>
    <message>
        <source>%1 has %2 characters; at most %3 are allowed.</source>
        <translation>%1共 %2 个字符，最多 %3 个。</translation>
    </message>
    <message>
        <source>%1 is too large an amount.</source>
        <translation>%1金额过大。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a tax rate; write 13% as 0.13.</source>
        <translation>“%1”不是税率，13% 请写作 0.13。</translation>
    </message>
    <message>
        <source>The preferential policy %1 is not supported yet.</source>
        <translation>暂不支持优惠政策“%1”。</translation>
    </message>
    <message>
        <source>The headers of the official template are missing: row %1 must begin with %2.</source>
        <translation>缺少官方模板的表头：第 %1 行须以“%2”开头。</translation>
    </message>
    <message>
        <source>The official template has no column %1; what stands in it is not used.</source>
        <translation>官方模板没有“%1”列，其中内容不予使用。</translation>
    </message>
    <message>
        <source>The column %1 of the official template is missing.</source>
        <translation>缺少官方模板的“%1”列。</translation>
    </message>
    <message>
        <source>The sheet %1 has more than %2 rows. Split it into several workbooks.</source>
        <translation>工作表 %1 超过 %2 行，请拆分为多个工作簿。</translation>
    </message>
    <message>
        <source>This is not the official template for batch issuing: the sheet %1 is missing.</source>
        <translation>这不是官方批量开票模板：缺少工作表 %1。</translation>
    </message>
    <message>
        <source>The sheet %1 has no line with this serial number.</source>
        <translation>工作表 %1 中没有该发票流水号的明细行。</translation>
    </message>
    <message>
        <source>The serial number stands again in row %1.</source>
        <translation>发票流水号在第 %1 行重复出现。</translation>
    </message>
    <message>
        <source>The serial number stands already in row %1.</source>
        <translation>发票流水号在第 %1 行已出现。</translation>
    </message>
    <message>
        <source>The sheet %1 has no invoice with the serial number %2.</source>
        <translation>工作表 %1 中没有发票流水号为 %2 的发票。</translation>
    </message>
    <message>
        <source>%1: the cell is merged with one above it; unmerge the cells and fill in each.</source>
        <translation>%1：该单元格与上方单元格合并，请取消合并并逐一填写。</translation>
    </message>
    <message>
        <source>%1: the invoice shows the account of the company&apos;s own record.</source>
        <translation>%1：发票展示的是企业登记信息中的账号。</translation>
    </message>
    <message>
        <source>Invoices of special businesses can not be issued from a workbook yet.</source>
        <translation>暂不支持从工作簿开具特定业务发票。</translation>
    </message>
    <message>
        <source>%1 can not be carried into an invoice yet. Clear the cell, or issue this invoice elsewhere.</source>
        <translation>暂不支持将%1写入发票，请清空该单元格，或通过其他方式开具。</translation>
    </message>
    <message>
        <source>%1 is filled in, but %2 says 否.</source>
        <translation>已填写%1，但%2为“否”。</translation>
    </message>
    <message>
        <source>The rows of the sheet %1 can not be carried into an invoice yet.</source>
        <translation>暂不支持将工作表 %1 的内容写入发票。</translation>
    </message>
    <message>
        <source>%1 can not be carried into a line yet. Clear the cell.</source>
        <translation>%1暂不支持导入明细行，请清空该单元格。</translation>
    </message>
    <message>
        <source>This is not the official template for items: the sheet %1 is missing.</source>
        <translation>这不是官方的发票开具项目信息导入模板：缺少工作表%1。</translation>
    </message>
    <message>
        <source>The sheet %1 has %2 lines; at most %3 are allowed. Split it.</source>
        <translation>工作表%1有%2行明细，最多允许%3行，请拆分后导入。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an identity document of the official list.</source>
        <translation>“%1”不在证件类型名单中。</translation>
    </message>
    <message>
        <source>%1: all lines of an invoice must have the same.</source>
        <translation>%1：同一张发票的各行必须一致。</translation>
    </message>
</context>
<context>
    <name>OutboxRunner</name>
    <message>
        <source>The program ended while this was being sent.</source>
        <translation>上传过程中程序曾中断。</translation>
    </message>
    <message>
        <source>The receipt of this was missing. It is sent again under the same number.</source>
        <translation>上传回执缺失，将以原发票号码重新上传。</translation>
    </message>
    <message>
        <source>This was missing from the outbox. It is sent again under the same number.</source>
        <translation>待上传记录缺失，将以原发票号码重新上传。</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Blue invoices</source>
        <translation>蓝字发票</translation>
    </message>
    <message>
        <source>Invoice records</source>
        <translation>发票查询</translation>
    </message>
    <message>
        <source>Issue invoice</source>
        <translation>发票填开</translation>
    </message>
    <message>
        <source>Find invoices</source>
        <translation>发票查询</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>发票</translation>
    </message>
    <message>
        <source>It is stored and will be sent by itself. You can go on working.</source>
        <translation>发票已保存，将自动上传，您可以继续工作。</translation>
    </message>
    <message>
        <source>It is on its way to the tax platform.</source>
        <translation>正在上传至税局平台。</translation>
    </message>
    <message>
        <source>The tax platform has not answered. The same invoice is asked about again by itself; it will not be issued twice.</source>
        <translation>税局平台尚未答复。系统会自动以同一号码再次确认，不会重复开票。</translation>
    </message>
    <message>
        <source>The tax platform has received it and is checking it.</source>
        <translation>税局平台已受理，正在处理。</translation>
    </message>
    <message>
        <source>The tax platform has accepted it.</source>
        <translation>税局平台已赋码开具。</translation>
    </message>
    <message>
        <source>The tax platform has refused it. Correct it and issue it again under the same number, or discard it.</source>
        <translation>税局平台未予受理。请修改后以原号码重新开具，或放弃该发票。</translation>
    </message>
    <message>
        <source>It was given up after a refusal; its number is free again.</source>
        <translation>开票失败后已放弃，其号码可再次使用。</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>%1 files were saved in %2</source>
        <translation>已将 %1 个文件保存到 %2</translation>
    </message>
    <message>
        <source>Saving %1 of %2 …</source>
        <translation>正在保存第 %1 个，共 %2 个…</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>下载 PDF</translation>
    </message>
    <message>
        <source>Save PDFs in a folder</source>
        <translation>下载 PDF 到文件夹</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>%1 invoices are not issued and have no PDF.</source>
        <translation>%1 张发票未开具成功，没有 PDF。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Base data</source>
        <translation>基础信息</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>商品信息</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户信息</translation>
    </message>
    <message>
        <source>Extra elements</source>
        <translation>附加要素</translation>
    </message>
    <message>
        <source>Business types</source>
        <translation>业务类型</translation>
    </message>
    <message>
        <source>Favourite items</source>
        <translation>常用开票项</translation>
    </message>
    <message>
        <source>Batch issuing</source>
        <translation>批量开具</translation>
    </message>
    <message>
        <source>View</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Red invoices</source>
        <translation>红字发票</translation>
    </message>
    <message>
        <source>Confirmation forms</source>
        <translation>红字确认单</translation>
    </message>
    <message>
        <source>Apply for reversal</source>
        <translation>红字确认信息录入</translation>
    </message>
    <message>
        <source>Answer forms</source>
        <translation>红字确认信息处理</translation>
    </message>
    <message>
        <source>Issue red invoices</source>
        <translation>红字发票开具</translation>
    </message>
    <message>
        <source>Reverse invoices</source>
        <translation>发票冲红</translation>
    </message>
    <message>
        <source>Confirmation form</source>
        <translation>红字确认单</translation>
    </message>
    <message>
        <source>Red invoice</source>
        <translation>红字发票</translation>
    </message>
    <message>
        <source>Plan a correction</source>
        <translation>红冲方案</translation>
    </message>
    <message>
        <source>All red invoices</source>
        <translation>已开红字发票</translation>
    </message>
    <message>
        <source>Red overview</source>
        <translation>红字首页</translation>
    </message>
</context>
<context>
    <name>Passage</name>
    <message>
        <source>The platform knew this number already although nothing of ours was unanswered. Compare the invoice with the one at the tax office.</source>
        <translation>税局平台已有该号码，而本地没有未答复的上传。请与税局的发票核对。</translation>
    </message>
    <message>
        <source>The tax platform had accepted it before; only its answer was lost.</source>
        <translation>税局平台此前已受理，只是回执丢失。</translation>
    </message>
</context>
<context>
    <name>PracticeSide</name>
    <message>
        <source>The practice platform can not do that.</source>
        <translation>演练平台无法执行该操作。</translation>
    </message>
    <message>
        <source>The platform has no such confirmation form.</source>
        <translation>平台上没有该红字确认单。</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>The folder %1 can not be made.</source>
        <translation>无法建立文件夹 %1。</translation>
    </message>
    <message>
        <source>The file %1 holds no credentials. Expected is what kaipiao-sandbox --print-credentials prints.</source>
        <translation>文件 %1 中没有凭据，应为 kaipiao-sandbox --print-credentials 输出的内容。</translation>
    </message>
    <message>
        <source>The database %1 is empty, and the vault beside it belongs to other books. Bring back the database from a backup, or use another profile.</source>
        <translation>数据库 %1 是空的，而旁边的密码库属于另一套账。请从备份恢复数据库，或使用其他账套。</translation>
    </message>
    <message>
        <source>The books in %1 are empty: nobody has an account yet. Make the profile first.</source>
        <translation>%1 中的账目是空的，还没有任何账号。请先建立账套。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1等，另有 %2 家</translation>
    </message>
    <message>
        <source>The API keys for the tax platform are lost (%1). The books can be read, but nothing can be issued before the keys are entered again.</source>
        <translation>税局平台的 API 密钥已丢失（%1）。账目仍可查阅，但须重新录入密钥后才能开票。</translation>
    </message>
    <message>
        <source>The API keys of these connections are lost: %1.</source>
        <translation>以下接入的 API 密钥已丢失：%1。</translation>
    </message>
</context>
<context>
    <name>QrMatrix</name>
    <message numerus="yes">
        <source>A QR code can not hold %n byte(s).</source>
        <translation>
            <numerusform>二维码无法容纳 %n 字节。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordFile</name>
    <message>
        <source>%1: the cell is formatted as a date or time (%2); format it as text and enter the value again.</source>
        <translation>%1：单元格是日期或时间格式（%2），请改为文本格式后重新填写。</translation>
    </message>
    <message>
        <source>Sheet %1, row %2: the column %3 is missing.</source>
        <translation>工作表%1第%2行：缺少列“%3”。</translation>
    </message>
    <message>
        <source>The column %1 is not known; what stands in it is not used.</source>
        <translation>未识别的列“%1”，其内容未使用。</translation>
    </message>
    <message>
        <source>%1 must be filled in.</source>
        <translation>%1必须填写。</translation>
    </message>
    <message>
        <source>None of the sheets (%1) has the column %2 in its first %3 rows. Download the template, or name the columns as it does.</source>
        <translation>各工作表（%1）的前%3行中都没有列“%2”。请下载模板，或按模板命名各列。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a tax rate; write 13% as 0.13 or 13%.</source>
        <translation>“%1”不是税率，13%请写成0.13或13%。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can not be read here.</source>
        <translation>此处不能识别“%1”。</translation>
    </message>
    <message>
        <source>Sheet %1, row %2, column %3: the cells of rows %4 to %5 are merged here; their value counts for row %4 only. Unmerge them and fill in each.</source>
        <translation>工作表%1第%2行第%3列：第%4行至第%5行的单元格在此合并，值只算在第%4行，请取消合并并逐行填写。</translation>
    </message>
</context>
<context>
    <name>RecordPages</name>
    <message>
        <source>Tax classification</source>
        <translation>税收分类编码</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Workbooks and CSV files (*.xlsx *.csv *.txt)</source>
        <translation>工作簿和 CSV 文件 (*.xlsx *.csv *.txt)</translation>
    </message>
    <message>
        <source>The file has headings, but no rows below them.</source>
        <translation>文件只有表头，没有数据行。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Not deleted</source>
        <translation>未删除</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>销方名称</translation>
    </message>
    <message>
        <source>Business types</source>
        <translation>业务类型</translation>
    </message>
    <message>
        <source>Business type</source>
        <translation>业务类型</translation>
    </message>
    <message>
        <source>Name, note or pinyin initials</source>
        <translation>名称、说明或拼音首字母</translation>
    </message>
    <message>
        <source>Business types group the invoices of a company in its own way. None has been set up yet.</source>
        <translation>业务类型用于按企业自己的方式对发票分组。尚未添加业务类型。</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户信息</translation>
    </message>
    <message>
        <source>Customer kind</source>
        <translation>购买方类型</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Whom the company invoices stands here; buyers come by themselves with their first invoice. Add a customer, or import a list.</source>
        <translation>此处列出企业的购方；购方会在首次开票后自动加入。请新增客户，或导入列表。</translation>
    </message>
    <message>
        <source>Extra elements</source>
        <translation>附加要素</translation>
    </message>
    <message>
        <source>Name or pinyin initials</source>
        <translation>名称或拼音首字母</translation>
    </message>
    <message>
        <source>Fields of the company&apos;s own on its invoices, such as an order number. At most ten.</source>
        <translation>企业在发票上自定义的项目，例如订单号。最多 10 个。</translation>
    </message>
    <message>
        <source>A company has at most %1 extra elements.</source>
        <translation>最多只能增加 %1 个附加要素项目。</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>场景模板</translation>
    </message>
    <message>
        <source>A scene names the extra elements that are filled in together for one kind of business.</source>
        <translation>场景模板列出某类业务开票时一起填写的附加要素项目。</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>商品信息</translation>
    </message>
    <message>
        <source>Classification code</source>
        <translation>税收分类编码</translation>
    </message>
    <message>
        <source>Favourites only</source>
        <translation>仅常用开票项</translation>
    </message>
    <message>
        <source>Name, pinyin initials, short code, specification</source>
        <translation>名称、拼音首字母、简码、规格型号</translation>
    </message>
    <message>
        <source>What the company sells stands here, with its classification, so that it is entered once. Add the first item, or import a list.</source>
        <translation>此处列出企业销售的商品及其税收分类编码，只需录入一次。请新增第一个商品，或导入列表。</translation>
    </message>
    <message>
        <source>Favourite items</source>
        <translation>常用开票项</translation>
    </message>
    <message>
        <source>Add from items</source>
        <translation>从商品信息中添加</translation>
    </message>
    <message>
        <source>Items that are issued often stand here, first in every choice. Select items on their page and add them to the favourites.</source>
        <translation>此处列出经常开票的项目，选择时排在最前。请在商品信息页面选中项目，加入常用开票项。</translation>
    </message>
    <message>
        <source>Issuers may issue these items only</source>
        <translation>开票员仅能选择常用开票项开票</translation>
    </message>
    <message>
        <source>Add to favourites</source>
        <translation>加入常用开票项</translation>
    </message>
    <message>
        <source>Select the items first.</source>
        <translation>请先选择项目。</translation>
    </message>
    <message>
        <source>Added to the favourites: %1</source>
        <translation>已加入常用开票项：%1</translation>
    </message>
    <message>
        <source>No earlier e-mail address is known.</source>
        <translation>没有历史邮箱。</translation>
    </message>
    <message>
        <source>Select one row.</source>
        <translation>请选择一行。</translation>
    </message>
    <message>
        <source>Take away the search and the sorting first: then the list shows their order.</source>
        <translation>请先清除搜索和排序，列表才显示常用顺序。</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Name, initials, tax number, code, contact, phone</source>
        <translation>名称、拼音首字母、税号、简码、联系人、电话</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Extra element</source>
        <translation>附加要素项目</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>场景模板</translation>
    </message>
    <message>
        <source>Business type</source>
        <translation>业务类型</translation>
    </message>
    <message>
        <source>This stands already in row %1; what is filled in here is put over it.</source>
        <translation>第%1行已有相同的记录，将以本行填写的内容覆盖。</translation>
    </message>
    <message>
        <source>There is already such a record: %1.</source>
        <translation>已有相同的记录：%1。</translation>
    </message>
    <message>
        <source>A company has at most %1 extra elements. Delete one that is not needed.</source>
        <translation>每个企业最多%1个附加要素项目，请先删除不用的。</translation>
    </message>
    <message>
        <source>One of the extra elements is not there any more. Choose anew.</source>
        <translation>有附加要素项目已被删除，请重新选择。</translation>
    </message>
    <message>
        <source>The scene &quot;%1&quot; uses it. Take it out of the scene first.</source>
        <translation>场景模板“%1”正在使用它，请先从场景模板中移除。</translation>
    </message>
    <message>
        <source>This record is not there any more.</source>
        <translation>该记录已不存在。</translation>
    </message>
    <message>
        <source>The record breaks a rule; see the findings.</source>
        <translation>该记录不符合规则，请看检查结果。</translation>
    </message>
    <message>
        <source>%1 has changed this record meanwhile (%2). Open it again and enter your changes anew.</source>
        <translation>%1已在此期间修改了该记录（%2），请重新打开后再修改。</translation>
    </message>
    <message>
        <source>%1 is a customer already, with the tax number %2. This number can not be right; the row makes another customer of it.</source>
        <translation>“%1”已是客户，其纳税人识别号为 %2。此处的识别号有误，本行将另增一个客户。</translation>
    </message>
</context>
<context>
    <name>RedFormPdf</name>
    <message>
        <source>The lines of the confirmation form %1 are not known yet. Read the form from the tax platform first.</source>
        <translation>红字确认单 %1 的明细尚未取得，请先从税务平台同步。</translation>
    </message>
</context>
<context>
    <name>RedPages</name>
    <message>
        <source>The whole invoice is reversed.</source>
        <translation>整张发票全额红冲。</translation>
    </message>
    <message>
        <source>What came back is entered by quantity.</source>
        <translation>按退回的数量填写。</translation>
    </message>
    <message>
        <source>What was not rendered is entered by quantity or by amount.</source>
        <translation>按未提供服务的数量或金额填写。</translation>
    </message>
    <message>
        <source>The reduction is entered by amount; quantities stay.</source>
        <translation>只填写折让金额，数量不变。</translation>
    </message>
    <message>
        <source>Apply for reversal</source>
        <translation>红字确认信息录入</translation>
    </message>
    <message>
        <source>application for reversal</source>
        <translation>红字确认信息</translation>
    </message>
    <message>
        <source>Who applies?</source>
        <translation>选择录入方身份</translation>
    </message>
    <message>
        <source>We are the seller</source>
        <translation>我是销售方</translation>
    </message>
    <message>
        <source>Your company issued the invoice.</source>
        <translation>发票由本企业开具。</translation>
    </message>
    <message>
        <source>We are the buyer</source>
        <translation>我是购买方</translation>
    </message>
    <message>
        <source>Your company received the invoice and has ticked or posted it.</source>
        <translation>发票由本企业取得，且已用途确认或入账。</translation>
    </message>
    <message>
        <source>What is reversed</source>
        <translation>红冲明细</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>选择身份</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>选择发票</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>冲红原因</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>填开确认</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>提交成功</translation>
    </message>
    <message>
        <source>Asking the tax platform what can be reversed…</source>
        <translation>正在向税务平台查询可红冲信息…</translation>
    </message>
    <message>
        <source>Your company has neither ticked nor posted this invoice: its seller reverses it alone.</source>
        <translation>本企业未对该发票用途确认或入账，由销售方直接红冲。</translation>
    </message>
    <message>
        <source>Why is invoice %1 reversed?</source>
        <translation>请选择发票 %1 的冲红原因</translation>
    </message>
    <message>
        <source>Enter what is reversed; empty or 0 leaves a line out.</source>
        <translation>请填写红冲部分，空白或 0 表示该行不红冲。</translation>
    </message>
    <message>
        <source>Everything that is left is reversed.</source>
        <translation>剩余部分全部红冲。</translation>
    </message>
    <message>
        <source>Nobody need confirm: the buyer has not used the invoice.</source>
        <translation>购买方未使用该发票，无需确认。</translation>
    </message>
    <message>
        <source>The buyer %1 has used the invoice and must confirm within 72 hours.</source>
        <translation>购买方 %1 已使用该发票，须在 72 小时内确认。</translation>
    </message>
    <message>
        <source>The seller %1 must confirm within 72 hours.</source>
        <translation>销售方 %1 须在 72 小时内确认。</translation>
    </message>
    <message>
        <source>Reason: %1.</source>
        <translation>冲红原因：%1。</translation>
    </message>
    <message>
        <source>Amount %1 · tax %2 · gross %3</source>
        <translation>金额 %1 · 税额 %2 · 价税合计 %3</translation>
    </message>
    <message>
        <source>Nothing is reversed yet.</source>
        <translation>尚未填写红冲内容。</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Issue date</source>
        <translation>开票日期</translation>
    </message>
    <message>
        <source>Invoice kind</source>
        <translation>发票种类</translation>
    </message>
    <message>
        <source>Number, buyer, tax number, item, amount, remark</source>
        <translation>发票号码、购买方、识别号、项目、金额、备注</translation>
    </message>
    <message>
        <source>No red invoice is issued yet.</source>
        <translation>还没有开具红字发票。</translation>
    </message>
    <message>
        <source>No invoice is issued yet that could be reversed.</source>
        <translation>还没有可以冲红的发票。</translation>
    </message>
    <message>
        <source>Select one invoice.</source>
        <translation>请选择一张发票。</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Which invoice shall be reversed?</source>
        <translation>选择发票</translation>
    </message>
    <message>
        <source>Which invoice shall be reversed? Enter what its face shows.</source>
        <translation>请按票面填写要红冲的发票</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>价税合计</translation>
    </message>
    <message>
        <source>The number has 20 digits.</source>
        <translation>数电发票号码为 20 位数字。</translation>
    </message>
    <message>
        <source>Enter the gross amount, for example 1130.00.</source>
        <translation>请填写价税合计，例如 1130.00。</translation>
    </message>
    <message>
        <source>Show the form</source>
        <translation>查看确认单详情</translation>
    </message>
    <message>
        <source>Apply for another</source>
        <translation>继续录入</translation>
    </message>
    <message>
        <source>Issue red invoice</source>
        <translation>开票</translation>
    </message>
    <message>
        <source>The confirmation form is submitted</source>
        <translation>红字确认单提交成功</translation>
    </message>
    <message>
        <source>Other side</source>
        <translation>对方纳税人名称</translation>
    </message>
    <message>
        <source>To be answered until</source>
        <translation>确认截止时间</translation>
    </message>
    <message>
        <source>Confirmation forms</source>
        <translation>红字确认单</translation>
    </message>
    <message>
        <source>Entered from</source>
        <translation>录入日期起</translation>
    </message>
    <message>
        <source>Entered until</source>
        <translation>录入日期止</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>购/销方</translation>
    </message>
    <message>
        <source>Own side</source>
        <translation>本方身份</translation>
    </message>
    <message>
        <source>until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>The first day is after the last one.</source>
        <translation>起始日期晚于截止日期。</translation>
    </message>
    <message>
        <source>The tax platform gives a month at most. Choose days that are closer together.</source>
        <translation>录入日期起止之间最大支持 1 个月，请缩小范围。</translation>
    </message>
    <message>
        <source>Download forms</source>
        <translation>红字确认信息下载</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Asking the tax platform for these days…</source>
        <translation>正在向税务平台查询…</translation>
    </message>
    <message>
        <source>Write what is known here</source>
        <translation>下载本地已有的</translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) written to %1.</source>
        <translation>
            <numerusform>下载成功：%n 张确认单已保存到 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Confirmation form</source>
        <translation>红字确认单</translation>
    </message>
    <message>
        <source>The form is still being loaded.</source>
        <translation>确认单正在读取。</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>复制编号</translation>
    </message>
    <message>
        <source>Ask the tax platform</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Lines of the form</source>
        <translation>确认单明细</translation>
    </message>
    <message>
        <source>Form …%1</source>
        <translation>确认单 …%1</translation>
    </message>
    <message>
        <source>Confirmation form %1</source>
        <translation>红字确认单 %1</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>确认单</translation>
    </message>
    <message>
        <source>Red invoice</source>
        <translation>红字发票</translation>
    </message>
    <message>
        <source>Not issued</source>
        <translation>未开票</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>纳税人识别号</translation>
    </message>
    <message>
        <source>History</source>
        <translation>处理记录</translation>
    </message>
    <message>
        <source>Red invoice %1</source>
        <translation>红字发票 %1</translation>
    </message>
    <message>
        <source>Time left: %1</source>
        <translation>剩余时间：%1</translation>
    </message>
    <message>
        <source>Issue date of the reversed invoice</source>
        <translation>原蓝票开票日期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>确认单状态</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>已开票</translation>
    </message>
    <message>
        <source>Confirmation forms that your company has applied for will stand here.</source>
        <translation>我发出的确认单显示在这里。</translation>
    </message>
    <message>
        <source>Confirmation forms that others have applied for will stand here; the list is brought up to date by itself.</source>
        <translation>我收到的确认单显示在这里，列表自动同步。</translation>
    </message>
    <message>
        <source>No form waits for your company&apos;s answer.</source>
        <translation>没有待本企业处理的确认单。</translation>
    </message>
    <message>
        <source>Nobody has applied for a reversal of this invoice, as far as it is known here.</source>
        <translation>该发票目前没有红字确认单。</translation>
    </message>
    <message>
        <source>There is no form whose red invoice could be issued now.</source>
        <translation>没有可开具红字发票的确认单。</translation>
    </message>
    <message>
        <source>Select one confirmation form.</source>
        <translation>请选择一张确认单。</translation>
    </message>
    <message>
        <source>The forms are being read now.</source>
        <translation>正在同步确认单。</translation>
    </message>
    <message>
        <source>Forms sent</source>
        <translation>我发出的确认单</translation>
    </message>
    <message>
        <source>Forms received</source>
        <translation>我收到的确认单</translation>
    </message>
    <message>
        <source>Answer forms</source>
        <translation>红字确认信息处理</translation>
    </message>
    <message>
        <source>Issue red invoices</source>
        <translation>红字发票开具</translation>
    </message>
    <message>
        <source>Form, reversed or red invoice, other side</source>
        <translation>确认单编号、蓝字或红字发票号码、对方名称</translation>
    </message>
    <message>
        <source>Forms of …%1</source>
        <translation>…%1 的确认单</translation>
    </message>
    <message>
        <source>The invoice that this form reverses is not in these books. Issue the red invoice where it was issued.</source>
        <translation>该确认单对应的蓝字发票不在本账套，请在原开票处开具红字发票。</translation>
    </message>
    <message>
        <source>Red invoice of form %1</source>
        <translation>红字发票开具（确认单 %1）</translation>
    </message>
    <message>
        <source>Red invoice …%1</source>
        <translation>红字开票 …%1</translation>
    </message>
    <message>
        <source>¥%1 of credit comes back: the invoice is of this month.</source>
        <translation>当月发票，授信额度返还 ¥%1。</translation>
    </message>
    <message>
        <source>No credit comes back: the invoice is of an earlier month.</source>
        <translation>跨月发票，授信额度不返还。</translation>
    </message>
    <message>
        <source>Issuing…</source>
        <translation>正在开票…</translation>
    </message>
    <message>
        <source>Reverse invoices</source>
        <translation>发票冲红</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>冲红</translation>
    </message>
    <message>
        <source>View</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Show red invoices</source>
        <translation>查看红字发票</translation>
    </message>
    <message>
        <source>Reason for reversal</source>
        <translation>冲红原因</translation>
    </message>
    <message>
        <source>Reverse now</source>
        <translation>确认冲红</translation>
    </message>
    <message>
        <source>This month: %1 blue, %2 red. This quarter: %3 blue, %4 red.</source>
        <translation>本月：正数发票 %1 张，冲红发票 %2 张。本季：正数发票 %3 张，冲红发票 %4 张。</translation>
    </message>
    <message>
        <source>Reverse invoice %1?</source>
        <translation>确认发票冲红信息 %1</translation>
    </message>
    <message>
        <source>Reversed are amount %1, tax %2, gross %3.</source>
        <translation>红冲金额 %1，税额 %2，价税合计 %3。</translation>
    </message>
    <message>
        <source>The buyer %1 has used the invoice and must confirm within 72 hours; after that the red invoice is issued from the form.</source>
        <translation>购买方 %1 已使用该发票，须在 72 小时内确认，确认后从确认单开具红字发票。</translation>
    </message>
    <message>
        <source>Nobody need confirm: the red invoice is issued at once. This can not be undone.</source>
        <translation>无需对方确认，立即开具红字发票，不可撤销。</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>You confirm that the invoice may be reversed as form %1 says. The seller can then issue the red invoice.</source>
        <translation>确认后，销售方可按确认单 %1 开具红字发票。</translation>
    </message>
    <message>
        <source>Form %1 is confirmed.</source>
        <translation>确认单 %1 确认成功。</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>否认</translation>
    </message>
    <message>
        <source>Form %1 becomes void; the invoice stays as it is. This can not be undone: the other side would have to apply anew.</source>
        <translation>否认后，确认单 %1 作废，发票不变，不可撤销；对方须重新录入。</translation>
    </message>
    <message>
        <source>Form %1 is refused.</source>
        <translation>确认单 %1 否认成功。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Form %1 becomes void; nothing is reversed by it. This can not be undone.</source>
        <translation>撤销后，确认单 %1 作废，不再红冲，不可恢复。</translation>
    </message>
    <message>
        <source>Form %1 is withdrawn.</source>
        <translation>确认单 %1 已撤销。</translation>
    </message>
    <message>
        <source>Only the side that has applied can withdraw a form.</source>
        <translation>只有录入方可以撤销确认单。</translation>
    </message>
    <message>
        <source>The other side answers this form.</source>
        <translation>该确认单由对方处理。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Only the seller issues the red invoice.</source>
        <translation>红字发票由销售方开具。</translation>
    </message>
    <message>
        <source>Show red invoice</source>
        <translation>查看红票</translation>
    </message>
    <message>
        <source>The red invoice is not issued yet.</source>
        <translation>尚未开具红字发票。</translation>
    </message>
    <message>
        <source>The seller has issued it under number %1; it is not in your books.</source>
        <translation>销售方已开具，发票号码 %1，不在本账套。</translation>
    </message>
    <message>
        <source>Show reversed invoice</source>
        <translation>查看蓝票</translation>
    </message>
    <message>
        <source>The seller has issued it; it is not in your books.</source>
        <translation>由销售方开具，不在本账套。</translation>
    </message>
    <message>
        <source>Invoice %1 is not in these books: it was issued with another program.</source>
        <translation>发票 %1 不在本账套，由其他软件开具。</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Quantity left</source>
        <translation>剩余数量</translation>
    </message>
    <message>
        <source>Amount left</source>
        <translation>剩余金额</translation>
    </message>
    <message>
        <source>Quantity reversed</source>
        <translation>红冲数量</translation>
    </message>
    <message>
        <source>Amount reversed</source>
        <translation>红冲金额</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>税率</translation>
    </message>
    <message>
        <source>At most %1 can be reversed of this line.</source>
        <translation>该明细最多可红冲 %1。</translation>
    </message>
    <message>
        <source>At most ¥%1 can be reversed of this line.</source>
        <translation>该明细最多可红冲 ¥%1。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Red invoices</source>
        <translation>红字首页</translation>
    </message>
    <message>
        <source>You may not issue invoices.</source>
        <translation>没有开票权限。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Show these only</source>
        <translation>只显示这些</translation>
    </message>
    <message>
        <source>The red invoice is issued; the form is done.</source>
        <translation>红字发票已开具，确认单已完成。</translation>
    </message>
    <message>
        <source>The tax platform has taken this form back. Apply anew if the invoice shall be reversed.</source>
        <translation>税务平台已使该确认单失效，如需红冲请重新录入。</translation>
    </message>
    <message>
        <source>Nothing stands in the way: the red invoice can be issued now.</source>
        <translation>可以开具红字发票。</translation>
    </message>
    <message>
        <source>The seller can issue the red invoice now.</source>
        <translation>销售方可以开具红字发票。</translation>
    </message>
    <message>
        <source>Your company must confirm or refuse it before the time is up.</source>
        <translation>请在截止时间前确认或否认。</translation>
    </message>
    <message>
        <source>It waits for the other side. Nothing can be issued before it confirms.</source>
        <translation>等待对方确认，确认前不能开具红字发票。</translation>
    </message>
    <message>
        <source>It is void: nothing can be issued from it. Apply anew if the invoice shall be reversed.</source>
        <translation>确认单已作废，如需红冲请重新录入。</translation>
    </message>
    <message>
        <source>Time is up</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>The other side has confirmed.</source>
        <translation>对方已确认。</translation>
    </message>
    <message>
        <source>The other side has refused.</source>
        <translation>对方已否认。</translation>
    </message>
    <message>
        <source>The other side has withdrawn.</source>
        <translation>对方已撤销。</translation>
    </message>
    <message>
        <source>Plan a correction</source>
        <translation>红冲方案</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>红冲方案</translation>
    </message>
    <message>
        <source>An invoice was wrong? Say what it should have been; the program finds the fewest steps that lead there, and carries them out.</source>
        <translation>发票开错了？写出它本应的内容，程序找出最少的步骤并逐步执行。</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>新建方案</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>红冲方案列表</translation>
    </message>
    <message>
        <source>Invoice that was wrong</source>
        <translation>原蓝字发票</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>State of the plan</source>
        <translation>方案状态</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>It should not have been issued</source>
        <translation>本不应开具</translation>
    </message>
    <message>
        <source>Find the steps</source>
        <translation>生成方案</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>What the company may issue is not known yet. Try again in a moment.</source>
        <translation>企业核定信息尚未取得，请稍后重试。</translation>
    </message>
    <message>
        <source>Change invoice %1 into what it should have been.</source>
        <translation>请把发票 %1 改成它本应的内容。</translation>
    </message>
    <message>
        <source>Issue a new invoice to %1</source>
        <translation>向 %1 开具新的蓝字发票</translation>
    </message>
    <message>
        <source>Reverse the whole invoice (%1)</source>
        <translation>全额红冲（%1）</translation>
    </message>
    <message>
        <source>Reverse a part of the invoice (%1)</source>
        <translation>部分红冲（%1）</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无需确认</translation>
    </message>
    <message>
        <source>72 hours after it is applied for</source>
        <translation>提交后 72 小时内</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Open form or invoice</source>
        <translation>查看确认单或发票</translation>
    </message>
    <message>
        <source>Give up the plan</source>
        <translation>放弃方案</translation>
    </message>
    <message>
        <source>Carry out</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Steps of the plan</source>
        <translation>方案步骤</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>确认方</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>授信额度</translation>
    </message>
    <message>
        <source>State of the step</source>
        <translation>步骤状态</translation>
    </message>
    <message>
        <source>Plan for invoice %1</source>
        <translation>发票 %1 的红冲方案</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>无需任何操作。</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) lead there. Nothing is done before you carry the plan out.</source>
        <translation>
            <numerusform>共 %n 步。点击“执行”前不会做任何操作。</numerusform>
        </translation>
    </message>
    <message>
        <source>The plan is being carried out. What waits for the other side goes on once it has answered.</source>
        <translation>方案执行中；等待对方确认的步骤，在对方处理后继续。</translation>
    </message>
    <message>
        <source>The plan is being carried out…</source>
        <translation>正在执行方案…</translation>
    </message>
    <message>
        <source>Give up the plan for invoice %1?</source>
        <translation>放弃发票 %1 的红冲方案？</translation>
    </message>
    <message>
        <source>An application that nobody has answered is withdrawn. What is issued already stays.</source>
        <translation>对方尚未处理的确认单将被撤销，已开具的发票不变。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续执行</translation>
    </message>
    <message>
        <source>Select a step that has a form or an invoice already.</source>
        <translation>请选择已有确认单或发票的步骤。</translation>
    </message>
    <message>
        <source>Practice: the other side</source>
        <translation>演练：对方操作</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>下载 PDF</translation>
    </message>
    <message>
        <source>Save the form as PDF</source>
        <translation>下载红字确认单 PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Particulars of the form</source>
        <translation>确认单信息</translation>
    </message>
    <message>
        <source>This line can not be reversed for the reason &quot;%1&quot;.</source>
        <translation>该明细不能以“%1”为原因红冲。</translation>
    </message>
    <message>
        <source>Issue invoice</source>
        <translation>发票填开</translation>
    </message>
    <message>
        <source>Reversed invoice</source>
        <translation>被红冲发票</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>处理意见</translation>
    </message>
    <message>
        <source>Opinion (kept here)</source>
        <translation>处理意见（仅保存在本地）</translation>
    </message>
    <message>
        <source>Enter a number such as 2.5.</source>
        <translation>请输入数量，如 2.5。</translation>
    </message>
    <message>
        <source>Enter an amount such as 33.30.</source>
        <translation>请输入金额，如 33.30。</translation>
    </message>
    <message>
        <source>A quantity has at most 13 decimals and 25 characters.</source>
        <translation>数量最多 13 位小数、25 个字符。</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Handing it in at the tax platform…</source>
        <translation>正在提交税务平台…</translation>
    </message>
    <message>
        <source>Only the side that has confirmed can withdraw a form now.</source>
        <translation>确认后只能由确认方撤销。</translation>
    </message>
</context>
<context>
    <name>Reversing</name>
    <message>
        <source>This can not be done with the confirmation form as it stands: %1.</source>
        <translation>红字确认单当前状态为“%1”，不能进行此操作。</translation>
    </message>
    <message>
        <source>The program is ending.</source>
        <translation>程序正在退出。</translation>
    </message>
    <message>
        <source>What is left of this invoice stands in the confirmation form %1: %2.</source>
        <translation>该发票的可红冲余额已录入红字确认单 %1：%2。</translation>
    </message>
    <message>
        <source>Reversing %1 is being applied for already.</source>
        <translation>发票 %1 的红冲申请正在提交。</translation>
    </message>
    <message>
        <source>The invoice %1 that this form reverses is not in these books. Issue the red invoice where it was issued.</source>
        <translation>该确认单对应的蓝字发票 %1 不在本账套中，请在开具蓝字发票的地方开具红字发票。</translation>
    </message>
    <message>
        <source>The tax platform has a confirmation form for the invoice %1 that this version of the program does not know, so what is left of the invoice can not be told. Install the newest version, or reverse this invoice at the tax office&apos;s website.</source>
        <translation>税务平台有发票 %1 的红字确认单，本版本无法识别，因此不能确定该发票剩余可红冲金额。请升级到最新版本，或在电子税务局红冲。</translation>
    </message>
    <message>
        <source>The invoice %1 is not in the books of this company. Check the number; what was issued elsewhere is reversed where it was issued.</source>
        <translation>发票 %1 不在本企业账套中。请核对号码；在其他软件开具的发票，请在原开票处红冲。</translation>
    </message>
    <message>
        <source>The tax platform did not give the lines of the confirmation form %1, so what is left of the invoice can not be told. Try again in a few minutes; if that does not help, look at the form at the tax office&apos;s website.</source>
        <translation>税务平台未返回红字确认单 %1 的明细，不能确定该发票剩余可红冲金额。请稍后重试；仍不成功时，请在电子税务局查看该确认单。</translation>
    </message>
    <message>
        <source>%1 has issued the invoice %2 itself: apply as its seller.</source>
        <translation>%1 是发票 %2 的销售方，请以销售方身份录入。</translation>
    </message>
    <message>
        <source>%1 is not the buyer of the invoice %2, but %3 is.</source>
        <translation>%1 不是发票 %2 的购买方，购买方是 %3。</translation>
    </message>
    <message>
        <source>Enter number, issue date and amount with tax as they stand on the invoice.</source>
        <translation>请按票面填写发票号码、开票日期和价税合计。</translation>
    </message>
    <message>
        <source>Your company has neither ticked nor posted this invoice. As long as that is so, only its seller can apply for reversing it.</source>
        <translation>本企业未对该发票用途确认或入账，只能由销售方发起红冲。</translation>
    </message>
    <message>
        <source>The tax platform tells of the confirmation form %1 otherwise than it did before. What was kept stays; compare the form with the one at the tax office before you go on.</source>
        <translation>税务平台返回的红字确认单 %1 与此前不一致，本地保留原内容。请与电子税务局核对后再处理。</translation>
    </message>
    <message>
        <source>There is no such confirmation form. Check its number, or read the forms from the tax platform anew.</source>
        <translation>没有该红字确认单。请核对确认单编号，或重新从税局平台查询确认单。</translation>
    </message>
    <message>
        <source>The other side has refused the confirmation form %1. Settle with it what is right, then make a new plan.</source>
        <translation>对方已否认红字确认单 %1。请与对方协商一致后重新制定方案。</translation>
    </message>
    <message>
        <source>Nobody has confirmed the form %1 within 72 hours. Ask the other side to confirm, then make the plan anew.</source>
        <translation>红字确认单 %1 超过72小时未确认，已作废。请提醒对方确认，再重新制定方案。</translation>
    </message>
    <message>
        <source>The confirmation form %1 is not valid any more: %2. Make a new plan if the invoice still has to change.</source>
        <translation>红字确认单 %1 已失效：%2。如仍需更正发票，请重新制定方案。</translation>
    </message>
    <message>
        <source>Plan %1 for this invoice is under way. Carry it out or give it up first.</source>
        <translation>这张发票的方案 %1 正在进行，请先执行完毕或放弃。</translation>
    </message>
    <message>
        <source>The confirmation form %1 of this invoice is under way: %2. Issue its red invoice or withdraw it first.</source>
        <translation>这张发票的红字确认单 %1 尚未办结：%2。请先开具其红字发票或撤销。</translation>
    </message>
    <message>
        <source>There is nothing to do: the plan has no step.</source>
        <translation>无需处理：方案没有步骤。</translation>
    </message>
    <message>
        <source>There is no such plan.</source>
        <translation>没有这个方案。</translation>
    </message>
    <message>
        <source>What was reversed before stays reversed.</source>
        <translation>此前已红冲的部分不会恢复。</translation>
    </message>
    <message>
        <source>This plan is being carried out already.</source>
        <translation>该方案正在执行。</translation>
    </message>
    <message>
        <source>The invoice %1 was reversed in another way meanwhile, so that the plan does not fit any more. Make a new one.</source>
        <translation>发票 %1 期间已有其他红冲，方案不再适用，请重新制定。</translation>
    </message>
    <message>
        <source>The new invoice breaks a rule: %1 Issue it on the issuing page as it should be.</source>
        <translation>新的发票不符合规则：%1请在开票页面更正后开具。</translation>
    </message>
    <message>
        <source>The new invoice was refused and discarded. Issue it on the issuing page.</source>
        <translation>新的发票开票失败并已放弃，请在开票页面开具。</translation>
    </message>
    <message>
        <source>This plan has ended: %1.</source>
        <translation>该方案已结束：%1。</translation>
    </message>
    <message>
        <source>An invoice of this plan is on its way. Let it go on until the tax platform has answered.</source>
        <translation>该方案的发票正在上传，请等税局平台答复后再操作。</translation>
    </message>
    <message>
        <source>The red invoice of this plan is issued already: let the plan go on.</source>
        <translation>该方案的红字发票已开具，请继续执行方案。</translation>
    </message>
    <message>
        <source>The other side has confirmed the form %1 and alone may withdraw it; until then its red invoice can still be issued.</source>
        <translation>对方已确认红字确认单 %1，只有对方可以撤销；撤销前仍可开具其红字发票。</translation>
    </message>
    <message>
        <source>Plan %1 has corrected this invoice already: the invoice %2 was issued for it. Plan the correction of that one, or reverse it first.</source>
        <translation>红冲方案 %1 已更正过该发票，并已另开发票 %2。如需再改，请对新发票制定方案，或先将其红冲。</translation>
    </message>
</context>
<context>
    <name>Routes</name>
    <message>
        <source>The API key of the connection %1 can not be had: %2 Nothing can be sent without it; if it is lost, enter it again.</source>
        <translation>无法取得接入 %1 的 API 密钥：%2没有密钥不能上传；如已丢失，请重新录入。</translation>
    </message>
</context>
<context>
    <name>Secrets</name>
    <message>
        <source>This computer gives no random numbers; nothing was stored.</source>
        <translation>本机无法提供随机数，没有保存任何内容。</translation>
    </message>
    <message>
        <source>The secret can not be encrypted on this computer.</source>
        <translation>本机无法加密密钥。</translation>
    </message>
    <message>
        <source>The password can not be processed: this computer is short of memory. Close other programs and try again.</source>
        <translation>无法处理密码：本机内存不足，请关闭其他程序后重试。</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Kaipiao</source>
        <translation>开票</translation>
    </message>
    <message>
        <source>Digital invoices, issued without worry</source>
        <translation>安心开具数电票</translation>
    </message>
    <message>
        <source>Never issued twice, never lost</source>
        <translation>不重开，不漏开</translation>
    </message>
    <message>
        <source>Exact to the fen, checked before it is sent</source>
        <translation>分毫不差，先校验后上传</translation>
    </message>
    <message>
        <source>Everything by keyboard</source>
        <translation>全程键盘操作</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Show or hide</source>
        <translation>显示或隐藏</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Unfold the navigation</source>
        <translation>展开导航</translation>
    </message>
    <message>
        <source>Fold the navigation</source>
        <translation>收起导航</translation>
    </message>
    <message>
        <source>Open pages</source>
        <translation>已打开的页面</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>general taxpayer</source>
        <translation>一般纳税人</translation>
    </message>
    <message>
        <source>small-scale taxpayer</source>
        <translation>小规模纳税人</translation>
    </message>
    <message>
        <source>general taxpayer under guidance</source>
        <translation>辅导期一般纳税人</translation>
    </message>
    <message>
        <source>natural person</source>
        <translation>自然人</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>The first account of this desk. It may set up connections and people, and issue.</source>
        <translation>本机的第一个账号，可配置接入、管理用户，也可开票。</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Identity card number or sign-in name</source>
        <translation>身份证号码或登录名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>As it shall stand on invoices as issuer</source>
        <translation>将作为开票人显示在发票上</translation>
    </message>
    <message>
        <source>Password (at least 8 characters)</source>
        <translation>密码（至少 8 个字符）</translation>
    </message>
    <message>
        <source>Password once more</source>
        <translation>再次输入密码</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>For practising an account is proposed. Note the password, or choose your own: you sign in with it the next time.</source>
        <translation>已为演练准备了账号。请记下密码或自行设置，下次登录时使用。</translation>
    </message>
    <message>
        <source>The password also locks the place where API keys are kept. Nobody can find it again for you.</source>
        <translation>该密码同时用于保护 API 密钥，遗忘后无法找回。</translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>两次输入的密码不一致。</translation>
    </message>
    <message>
        <source>Connect to the tax platform</source>
        <translation>接入税局平台</translation>
    </message>
    <message>
        <source>What the tax office gave your company for LeQi (乐企). The key goes into this desk&apos;s safe and is never shown again.</source>
        <translation>填写税务机关为贵企业开通乐企时提供的信息。密钥将加密保存，不再显示。</translation>
    </message>
    <message>
        <source>Tax number of the company</source>
        <translation>企业税号</translation>
    </message>
    <message>
        <source>LeQi ID of the company</source>
        <translation>使用单位乐企 ID</translation>
    </message>
    <message>
        <source>LeQi ID of the direct-connect unit</source>
        <translation>直连单位乐企 ID</translation>
    </message>
    <message>
        <source>Empty: the company connects itself</source>
        <translation>留空表示本企业即直连单位</translation>
    </message>
    <message>
        <source>API key (32 hexadecimal digits)</source>
        <translation>API 密钥（32 位十六进制数字）</translation>
    </message>
    <message>
        <source>Address of the tax platform</source>
        <translation>税局乐企 API 地址</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Save and begin</source>
        <translation>保存并开始使用</translation>
    </message>
    <message>
        <source>Practise first</source>
        <translation>先演练</translation>
    </message>
    <message>
        <source>Verify first: then you see whose connection it is.</source>
        <translation>请先验证，以确认接入的是哪家企业。</translation>
    </message>
    <message>
        <source>The tax platform knows this company: %1, %2</source>
        <translation>验证通过：%1，%2</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎使用</translation>
    </message>
    <message>
        <source>This desk is new. How do you want to begin?</source>
        <translation>这是首次使用，您想如何开始？</translation>
    </message>
    <message>
        <source>Practise now</source>
        <translation>立即演练</translation>
    </message>
    <message>
        <source>The whole program against a practice tax platform built into it. No account with the tax office is needed; nothing issued is a real invoice.</source>
        <translation>使用内置的演练税局平台体验全部功能，无需税局账号；所开发票均非真实发票。</translation>
    </message>
    <message>
        <source>With the LeQi ID, the API key and the address that the tax office gave your company.</source>
        <translation>使用税务机关提供的乐企 ID、API 密钥和地址接入。</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>With the account of this desk.</source>
        <translation>使用本机账号登录。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>The company you issue for</source>
        <translation>当前开票企业</translation>
    </message>
    <message>
        <source>User menu</source>
        <translation>用户菜单</translation>
    </message>
    <message>
        <source>Credit ¥%1</source>
        <translation>授信额度 ¥%1</translation>
    </message>
    <message>
        <source>Credit at this desk. More is downloaded by itself when an invoice needs it.</source>
        <translation>本机可用授信额度，开票需要时自动下载。</translation>
    </message>
    <message>
        <source>Numbers %1</source>
        <translation>剩余票号 %1</translation>
    </message>
    <message>
        <source>Invoice numbers at this desk. More are drawn by themselves when they run low.</source>
        <translation>本机剩余发票号码，不足时自动领购。</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>税局已连接</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>税局未连接</translation>
    </message>
    <message>
        <source>State of the connection to the tax platform</source>
        <translation>与税局平台的连接状态</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Scale (from the next start)</source>
        <translation>缩放（下次启动生效）</translation>
    </message>
    <message>
        <source>Keys (F1)</source>
        <translation>快捷键（F1）</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Practice mode: nothing issued here is a real invoice</source>
        <translation>演练模式：此处开具的均非真实发票</translation>
    </message>
    <message>
        <source>Close the page (Ctrl+W)</source>
        <translation>关闭页签（Ctrl+W）</translation>
    </message>
    <message>
        <source>Enter the keys again</source>
        <translation>重新录入密钥</translation>
    </message>
    <message>
        <source>These books are open already. Go on in the other window, or close it and try again.

%1</source>
        <translation>该账套已经打开。请在另一个窗口中继续操作，或将其关闭后重试。

%1</translation>
    </message>
    <message>
        <source>%1

Log reference: %2</source>
        <translation>%1

日志编号：%2</translation>
    </message>
    <message>
        <source>Nothing is found for &quot;%1&quot;.</source>
        <translation>未找到“%1”。</translation>
    </message>
    <message>
        <source>Choose other keys</source>
        <translation>更换快捷键</translation>
    </message>
    <message>
        <source>Page, customer, item, invoice number…</source>
        <translation>页面、客户、项目、发票号码…</translation>
    </message>
    <message>
        <source>Pages, customers, items and invoice numbers (Ctrl+K)</source>
        <translation>页面、客户、项目和发票号码（Ctrl+K）</translation>
    </message>
    <message numerus="yes">
        <source>%n confirmation form(s) came in that your company must answer within 72 hours.</source>
        <translation>
            <numerusform>收到 %n 张红字确认单，请在 72 小时内处理。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>Stock</name>
    <message>
        <source>The tax platform gives numbers of another year than %1. Check the date and time of this computer; around New Year, try again in a few minutes.</source>
        <translation>税局平台返回的号码不属于 %1 年度。请检查本机日期和时间；年末年初请几分钟后再试。</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>The head of the audit journal is missing.</source>
        <translation>审计日志的头记录缺失。</translation>
    </message>
    <message>
        <source>entry %1 is missing</source>
        <translation>缺少第 %1 条</translation>
    </message>
    <message>
        <source>entry %1 was changed, moved or added by another hand</source>
        <translation>第 %1 条被他人修改、移动或添加</translation>
    </message>
    <message>
        <source>There is no such company.</source>
        <translation>没有该企业。</translation>
    </message>
    <message>
        <source>There is no such connection.</source>
        <translation>没有该接入。</translation>
    </message>
    <message>
        <source>An amount of credit can not be negative.</source>
        <translation>授信额度不能为负数。</translation>
    </message>
    <message>
        <source>There is not so much unused credit of %1 to give back.</source>
        <translation>%1 可退回的未使用额度不足。</translation>
    </message>
    <message>
        <source>No credit of %1 has been downloaded.</source>
        <translation>尚未下载 %1 的授信额度。</translation>
    </message>
    <message>
        <source>The credit does not suffice: %1 is needed, %2 is left.</source>
        <translation>授信额度不足：需要 %1，剩余 %2。</translation>
    </message>
    <message>
        <source>There is not so much credit of %1 in use.</source>
        <translation>%1 已使用的额度没有这么多。</translation>
    </message>
    <message>
        <source>There is no database at %1.</source>
        <translation>%1 处没有数据库。</translation>
    </message>
    <message>
        <source>The folder of the database can not be written.</source>
        <translation>数据库所在文件夹不可写。</translation>
    </message>
    <message>
        <source>%1 (process %2 on %3) has these books open. Close it first.</source>
        <translation>%1（%3 上的进程 %2）正在使用该账套，请先关闭。</translation>
    </message>
    <message>
        <source>There is no such draft.</source>
        <translation>没有该草稿。</translation>
    </message>
    <message>
        <source>An index of the database is damaged. Restore a copy of it.</source>
        <translation>数据库索引已损坏，请恢复备份。</translation>
    </message>
    <message>
        <source>Serial number %1 or invoice number %2 is taken already.</source>
        <translation>发票流水号 %1 或发票号码 %2 已被占用。</translation>
    </message>
    <message>
        <source>The invoice has moved on in the meantime. Look again.</source>
        <translation>发票状态已发生变化，请重新查看。</translation>
    </message>
    <message>
        <source>This file is a database of another program.</source>
        <translation>该文件是其他程序的数据库。</translation>
    </message>
    <message>
        <source>The database was written by a newer version of this program. Install that version.</source>
        <translation>数据库由更新版本的程序写入，请安装该版本。</translation>
    </message>
    <message>
        <source>There are not enough invoice numbers: %1 more are needed.</source>
        <translation>发票号码不足，还需要 %1 个。</translation>
    </message>
    <message>
        <source>The platform gave a number range that does not add up.</source>
        <translation>税局平台返回的号段前后不符。</translation>
    </message>
    <message>
        <source>The platform gave numbers that are there already.</source>
        <translation>税局平台返回的号码已存在。</translation>
    </message>
    <message>
        <source>Invoice number %1 is still in use.</source>
        <translation>发票号码 %1 仍在使用中。</translation>
    </message>
    <message>
        <source>Invoice number %1 was not handed out or is free already.</source>
        <translation>发票号码 %1 未曾发放或已空闲。</translation>
    </message>
    <message>
        <source>The invoice has been settled in the meantime. Look again.</source>
        <translation>发票已处理完毕，请重新查看。</translation>
    </message>
    <message>
        <source>This request has been answered already.</source>
        <translation>该请求已得到答复。</translation>
    </message>
    <message>
        <source>This does not agree with what is stored. Look again.</source>
        <translation>与已存数据不一致，请重新查看。</translation>
    </message>
    <message>
        <source>The search was given up.</source>
        <translation>查询已取消。</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was changed.</source>
        <translation>磁盘已满，没有任何改动。</translation>
    </message>
    <message>
        <source>Another program holds the database. Nothing was changed.</source>
        <translation>数据库被其他程序占用，没有任何改动。</translation>
    </message>
    <message>
        <source>The database file is damaged. Restore a copy of it.</source>
        <translation>数据库文件已损坏，请恢复备份。</translation>
    </message>
    <message>
        <source>The database file can not be written. Check its folder and rights.</source>
        <translation>数据库文件不可写，请检查文件夹和权限。</translation>
    </message>
    <message>
        <source>The disk failed while writing or reading. Nothing was changed.</source>
        <translation>磁盘读写出错，没有任何改动。</translation>
    </message>
    <message>
        <source>A stored record can not be read.</source>
        <translation>无法读取已存的记录。</translation>
    </message>
    <message>
        <source>There is no such user.</source>
        <translation>没有该用户。</translation>
    </message>
    <message>
        <source>row %1 of table %2 belongs to nothing in %3</source>
        <translation>表 %2 的第 %1 行在 %3 中没有对应记录</translation>
    </message>
    <message>
        <source>The program made a mistake in its books. Nothing was changed.</source>
        <translation>程序账目出错，没有任何改动。</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>缺少 %1</translation>
    </message>
    <message>
        <source>%1 is not as this program makes it</source>
        <translation>%1 与本程序所建不一致</translation>
    </message>
    <message>
        <source>%1 was added by another hand</source>
        <translation>%1 系他人添加</translation>
    </message>
    <message>
        <source>This record is not there any more.</source>
        <translation>该记录已不存在。</translation>
    </message>
    <message>
        <source>The confirmation form %1 has other lines than it had before.</source>
        <translation>红字确认单 %1 的明细与此前不一致。</translation>
    </message>
    <message>
        <source>There is no such confirmation form. Check its number, or read the forms from the tax platform anew.</source>
        <translation>没有该红字确认单。请核对编号，或重新从税务平台同步。</translation>
    </message>
    <message>
        <source>There is no such plan, or it has ended.</source>
        <translation>没有这个方案，或方案已结束。</translation>
    </message>
    <message>
        <source>Another plan for the invoice %1 is under way. Carry it out or give it up first.</source>
        <translation>发票 %1 的另一个方案正在进行，请先执行完毕或放弃。</translation>
    </message>
    <message>
        <source>There is no such invoice. Check its number; another profile may have it.</source>
        <translation>没有该发票。请核对号码，它可能在其他账套中。</translation>
    </message>
</context>
<context>
    <name>Vault</name>
    <message>
        <source>The vault is locked. Sign in again to unlock it.</source>
        <translation>密码库已锁定，请重新登录以解锁。</translation>
    </message>
    <message>
        <source>The vault knows no user &quot;%1&quot;.</source>
        <translation>密码库中没有用户“%1”。</translation>
    </message>
    <message>
        <source>The vault holds no secret &quot;%1&quot;.</source>
        <translation>密码库中没有“%1”。</translation>
    </message>
    <message>
        <source>The user name or the password is not right.</source>
        <translation>用户名或密码不正确。</translation>
    </message>
    <message>
        <source>There is a vault at %1 already.</source>
        <translation>%1 处已有密码库。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is the last user of the vault; without a user nobody could open it again.</source>
        <translation>“%1”是密码库的最后一个用户，删除后将无人能够打开。</translation>
    </message>
    <message>
        <source>There is no vault at %1.</source>
        <translation>%1 处没有密码库。</translation>
    </message>
    <message>
        <source>The vault %1 was written by a newer version of this program. Install that version.</source>
        <translation>密码库 %1 由更新版本的程序写入，请安装该版本。</translation>
    </message>
    <message>
        <source>The vault %1 does not open with this account and password: it belongs to another profile or to another account. Bring back the right one from a backup, or move it away and enter the API keys again.</source>
        <translation>密码库 %1 不能用此账号和密码打开：它属于其他账套或其他账号。请从备份恢复原来的密码库，或将其移走后重新录入 API 密钥。</translation>
    </message>
    <message>
        <source>The damaged vault can not be kept as %1.</source>
        <translation>无法将损坏的密码库另存为 %1。</translation>
    </message>
    <message>
        <source>The vault %1 is damaged or was changed from outside. Restore it from a backup, or enter the API keys again; the damaged file is then kept beside the new one.</source>
        <translation>密码库 %1 已损坏或被外部改动。请从备份恢复，或重新录入 API 密钥；损坏的文件会保留在新密码库旁。</translation>
    </message>
</context>
<context>
    <name>Verification</name>
    <message>
        <source>The audit journal is broken at entry %1: %2</source>
        <translation>审计日志在第 %1 条中断：%2</translation>
    </message>
    <message>
        <source>%1: number %2 was handed out and is neither used nor free.</source>
        <translation>%1：号码 %2 已发放，但既未使用也未空闲。</translation>
    </message>
    <message>
        <source>%1: number %2 is used more than once.</source>
        <translation>%1：号码 %2 被使用多次。</translation>
    </message>
    <message>
        <source>%1: number %2 belongs to no range of this company.</source>
        <translation>%1：号码 %2 不属于本企业的任何号段。</translation>
    </message>
    <message>
        <source>%1: the range from %2 does not add up.</source>
        <translation>%1：起始号码为 %2 的号段数目不符。</translation>
    </message>
    <message>
        <source>The database file is damaged: %1</source>
        <translation>数据库文件已损坏：%1</translation>
    </message>
    <message>
        <source>Invoice %1 says %2 lines, amount %3, tax %4; its lines are %5 and make amount %6, tax %7.</source>
        <translation>发票 %1 记载 %2 行明细、金额 %3、税额 %4；实存明细 %5 行，合计金额 %6、税额 %7。</translation>
    </message>
    <message>
        <source>Invoice %1: %2 is &quot;%3&quot; now, but &quot;%4&quot; was submitted.</source>
        <translation>发票 %1：%2现为“%3”，而提交时为“%4”。</translation>
    </message>
    <message>
        <source>Invoice %1: the audit journal knows nothing of its submission.</source>
        <translation>发票 %1：审计日志中没有其提交记录。</translation>
    </message>
    <message>
        <source>Invoice %1 is &quot;%2&quot;, but the audit journal left it at &quot;%3&quot;.</source>
        <translation>发票 %1 的状态为“%2”，而审计日志最后记载为“%3”。</translation>
    </message>
    <message>
        <source>Invoice %1 is &quot;%2&quot;, but its history ends with &quot;%3&quot;.</source>
        <translation>发票 %1 的状态为“%2”，而其状态记录止于“%3”。</translation>
    </message>
    <message>
        <source>Invoice %1: steps of its history are missing or were changed.</source>
        <translation>发票 %1：状态记录有缺失或被改动。</translation>
    </message>
    <message>
        <source>Invoice %1 is &quot;%2&quot;, but nothing is in the outbox for it. It is asked about again when the program sends next.</source>
        <translation>发票 %1 的状态为“%2”，但没有对应的待上传记录。程序下次上传时会重新查询。</translation>
    </message>
    <message>
        <source>Invoice %1 is &quot;%2&quot;, but it is in the outbox still.</source>
        <translation>发票 %1 的状态为“%2”，但仍有待上传记录。</translation>
    </message>
    <message>
        <source>Invoice %1: its entry in the outbox does not fit.</source>
        <translation>发票 %1：待上传记录与其不符。</translation>
    </message>
    <message>
        <source>number</source>
        <translation>发票号码</translation>
    </message>
    <message>
        <source>serial number</source>
        <translation>发票流水号</translation>
    </message>
    <message>
        <source>buyer</source>
        <translation>购买方</translation>
    </message>
    <message>
        <source>gross amount</source>
        <translation>价税合计</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more of that kind.</source>
        <translation>
            <numerusform>……另有 %n 条同类问题。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: its invoices use credit of %2, but %3 is noted as used.</source>
        <translation>%1：发票占用授信额度 %2，而已用额度记为 %3。</translation>
    </message>
    <message>
        <source>%1: invoices on their way use credit of %2 from month %3, but only %4 is noted as used.</source>
        <translation>%1：在途发票占用 %3 月份授信额度 %2，而已用额度仅记为 %4。</translation>
    </message>
    <message>
        <source>The database was altered: %1.</source>
        <translation>数据库结构被改动：%1。</translation>
    </message>
    <message>
        <source>Invoice %1: what it says is not what was submitted.</source>
        <translation>发票%1：内容与提交时不一致。</translation>
    </message>
</context>
<context>
    <name>Workbook</name>
    <message>
        <source>The workbook %1 can not be written.</source>
        <translation>无法写入工作簿 %1。</translation>
    </message>
    <message>
        <source>%1 is a binary workbook (.xlsb). Open it in Excel or WPS and save it as .xlsx.</source>
        <translation>%1 是二进制工作簿（.xlsb），请用 Excel 或 WPS 打开并另存为 .xlsx。</translation>
    </message>
    <message>
        <source>%1 is an OpenDocument file. Open it in Excel, WPS or LibreOffice and save it as .xlsx.</source>
        <translation>%1 是 OpenDocument 文件，请用 Excel、WPS 或 LibreOffice 打开并另存为 .xlsx。</translation>
    </message>
    <message>
        <source>%1 is not an Excel workbook (.xlsx).</source>
        <translation>%1 不是 Excel 工作簿（.xlsx）。</translation>
    </message>
    <message>
        <source>The workbook %1 is protected by a password. Open it, remove the password and save it again.</source>
        <translation>工作簿 %1 有密码保护，请打开并取消密码后重新保存。</translation>
    </message>
    <message>
        <source>The workbook %1 is damaged or incomplete. Open it in Excel or WPS and save it again, or fetch it anew.</source>
        <translation>工作簿 %1 已损坏或不完整，请用 Excel 或 WPS 打开并重新保存，或重新获取。</translation>
    </message>
    <message>
        <source>The workbook %1 is damaged or written in mixed encodings: sheet %2 can not be read on from row %3, column %4. Open it in Excel or WPS, enter that cell again and save it.</source>
        <translation>工作簿 %1 已损坏或混用了多种编码：工作表%2自第%3行第%4列起无法读取，请用 Excel 或 WPS 打开，重新录入该单元格后保存。</translation>
    </message>
    <message>
        <source>The workbook %1 unpacks to far more than a workbook holds and was not opened.</source>
        <translation>工作簿 %1 解压后远超正常大小，未予打开。</translation>
    </message>
    <message>
        <source>The file %1 is empty.</source>
        <translation>文件 %1 是空的。</translation>
    </message>
    <message>
        <source>%1 is a workbook of the old .xls format under another name. Open it in Excel or WPS and save it as .xlsx.</source>
        <translation>%1 实为旧版 .xls 工作簿，请用 Excel 或 WPS 打开并另存为 .xlsx。</translation>
    </message>
    <message>
        <source>%1 is a text file (such as CSV) under another name, not an Excel workbook. Open it in Excel or WPS and save it as .xlsx.</source>
        <translation>%1 实为文本文件（如 CSV），不是 Excel 工作簿，请用 Excel 或 WPS 打开并另存为 .xlsx。</translation>
    </message>
    <message>
        <source>%1, line %2: these bytes are neither UTF-8 nor GBK. Save the file as UTF-8 and try again.</source>
        <translation>%1第%2行：既不是UTF-8也不是GBK编码，请将文件另存为UTF-8后重试。</translation>
    </message>
    <message>
        <source>%1, line %2: this line is written in %3, the lines before it in %4. Save the file in one encoding and try again.</source>
        <translation>%1第%2行：本行的编码是%3，前面各行是%4，请用同一种编码保存文件后重试。</translation>
    </message>
    <message>
        <source>%1, sheet %2, row %3, column %4: the cell holds more than %5 characters, which Excel itself does not allow. Shorten it and try again.</source>
        <translation>%1，工作表%2第%3行第%4列：单元格超过%5个字符，超出了Excel的限制，请缩短后重试。</translation>
    </message>
</context>
</TS>
