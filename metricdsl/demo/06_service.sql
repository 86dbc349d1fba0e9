-- Cases and the contacts on them, with what was promised; calls; surveys and their answers.
-- Some first replies come days late, some never; some cases have no customer, a few name one that is not there.

CREATE TABLE crm.sla_policies AS
SELECT * FROM (VALUES
    ('complaint', 'high', 30, 24), ('complaint', 'normal', 60, 48), ('complaint', 'low', 240, 96),
    ('incident', 'high', 30, 12), ('incident', 'normal', 120, 48), ('incident', 'low', 240, 96),
    ('request', 'high', 120, 48), ('request', 'normal', 240, 96),
    ('question', 'high', 120, 48), ('question', 'normal', 480, 120)
) AS p (kind, urgency, reply_within_minutes, solve_within_hours);

CREATE TEMP TABLE making_cases AS
WITH drawn AS (
    SELECT
        i + 1                                                                     AS case_id,
        at_some_hour(s.day, i)                                                    AS opened_at,
        1 + floor(chance(i, 'whose case') * (SELECT count(*) FROM crm.customers))::BIGINT AS customer_id,
        pick(i, 'case kind', ['question', 'question', 'question', 'request', 'request', 'incident', 'incident', 'complaint'])
                                                                                  AS kind,
        pick(i, 'urgency', ['low', 'normal', 'normal', 'normal', 'high'])         AS urgency,
        pick(i, 'case channel', ['email', 'email', 'call', 'call', 'chat', 'web']) AS channel,
        chance(i, 'alone') < 0.22                                                 AS by_self_service,
        1 + floor(waited(i, 'contacts', 1.1))::BIGINT                             AS contacts,
        least(2.5, waited(i, 'reply', 0.04)) + if(chance(i, 'late reply') < 0.06, 1 + 3 * chance(i, 'how late'), 0)
                                                                                  AS reply_days,
        waited(i, 'solving', 0.5)                                                 AS solving_days,
        chance(i, 'never solved') < 0.03                                          AS never_solved
    FROM range(round($scale * 14000)::BIGINT) AS r (i)
    JOIN making_shares AS s ON s.share = share_of(i, 'case day')
    WHERE s.day >= first_day()
)
SELECT
    d.* EXCLUDE (contacts),
    if(d.by_self_service, 1, d.contacts)                                          AS contacts,
    days_after(d.opened_at, if(d.by_self_service, 0.002, d.reply_days))           AS replies_at,
    days_after(d.opened_at, if(d.by_self_service, 0.01, d.reply_days + d.solving_days * d.contacts)) AS resolves_at
FROM drawn AS d
JOIN crm.customers AS c USING (customer_id)
WHERE d.opened_at >= c.acquired_on AND (c.left_on IS NULL OR d.opened_at < c.left_on);

CREATE TABLE crm.cases AS
SELECT
    case_id,
    CASE
        WHEN chance(case_id, 'unknown caller') < 0.015 THEN NULL
        WHEN chance(case_id, 'orphan case') < 0.005 THEN 900000000 + customer_id
        ELSE customer_id END                                                      AS customer_id,
    if(by_self_service, NULL, service_agent(case_id))                             AS agent_id,
    kind,
    urgency,
    channel,
    opened_at,
    if(replies_at < now_is() AND chance(case_id, 'no reply') > 0.03, replies_at, NULL) AS first_replied_at,
    if(resolves_at < now_is() AND NOT never_solved, resolves_at, NULL)            AS resolved_at,
    if(days_after(resolves_at, 0.02) < now_is() AND NOT never_solved, days_after(resolves_at, 0.02), NULL) AS closed_at,
    if(resolves_at < now_is() AND NOT never_solved, if(by_self_service, 'self_service', 'agent'), NULL) AS solved_by
FROM making_cases;

CREATE TABLE crm.case_contacts AS
WITH numbered AS (
    SELECT *, unnest(range(1, contacts + 1)) AS contact_number FROM making_cases
), dated AS (
    SELECT *,
        case_id * 41 + contact_number                                             AS contact,
        days_after(opened_at, (contact_number - 1) / contacts
            * date_diff('second', opened_at, resolves_at) / 86400.0)              AS contacted_at
    FROM numbered
)
SELECT
    row_number() OVER (ORDER BY case_id, contact_number)                          AS case_contact_id,
    case_id,
    contact_number,
    if(contact_number = 1, channel, pick(contact, 'contact channel', ['email', 'call', 'call', 'chat'])) AS channel,
    if(contact_number = 1 OR chance(contact, 'who calls') < 0.4, 'inbound', 'outbound') AS direction,
    contacted_at
FROM dated
WHERE contacted_at < now_is();

-- About one sales call in six succeeds; about one inbound call in fourteen is dropped before an answer.
CREATE TABLE crm.calls AS
WITH drawn AS (
    SELECT
        i + 1                                                                     AS call_id,
        pick(i, 'call kind', ['sales', 'sales', 'sales', 'service', 'service', 'inbound', 'inbound', 'inbound', 'inbound']) AS kind,
        1 + floor(chance(i, 'caller') * (SELECT count(*) FROM crm.customers))::BIGINT AS customer_id,
        at_some_hour(s.day, i)                                                    AS started_at
    FROM range(round($scale * 22000)::BIGINT) AS r (i)
    JOIN making_shares AS s ON s.share = share_of(i, 'call day')
    WHERE s.day >= first_day()
), decided AS (
    SELECT *,
        chance(call_id, 'answered') < if(kind = 'sales', 0.62, 0.93)              AS answered,
        waited(call_id, 'rings', 0.0003)                                          AS rings
    FROM drawn
)
SELECT
    call_id,
    if(kind = 'sales' AND chance(call_id, 'prospect') < 0.6, NULL, customer_id)   AS customer_id,
    CASE kind WHEN 'sales' THEN sales_rep(call_id) ELSE service_agent(call_id) END AS agent_id,
    if(kind = 'inbound', 'inbound', 'outbound')                                   AS direction,
    if(kind = 'sales', 'sales', 'service')                                        AS purpose,
    started_at,
    if(answered, days_after(started_at, rings), NULL)                             AS answered_at,
    if(answered, round(20 + waited(call_id, 'talks', 240))::BIGINT, NULL)         AS talk_seconds,
    if(answered, round(waited(call_id, 'holds', 30))::BIGINT, NULL)               AS hold_seconds,
    if(answered, round(10 + waited(call_id, 'wraps up', 50))::BIGINT, NULL)       AS wrap_up_seconds,
    CASE WHEN NOT answered THEN 'no_answer'
        WHEN chance(call_id, 'outcome') < if(kind = 'sales', 0.27, 0.6) THEN 'positive'
        WHEN chance(call_id, 'outcome') < 0.8 THEN 'neutral' ELSE 'negative' END  AS outcome
FROM decided;
