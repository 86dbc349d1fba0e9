-- Campaigns with a held-out control group, expenses, the web site, carts and messages.
-- Planted: the campaign 'Come back' converts 9 % of its target group and 5 % of its control group.

CREATE TEMP MACRO planted_campaign() AS (SELECT 3 * (date_diff('month', first_day(), last_day()) - 5) + 2 FROM making);

CREATE TABLE crm.campaigns AS
WITH numbered AS (
    SELECT i + 1 AS campaign_id,
        -- the third of a month sometimes begins with the next one
        date_trunc('month', first_day() + to_months((i // 3 + if(i % 3 = 2 AND chance(i, 'late') < 0.4, 1, 0))::INTEGER))
            + to_days(if(i % 3 = 2 AND chance(i, 'late') < 0.4, 2, i % 3 * 8)::INTEGER) AS started_on
    FROM range(111) AS r (i)
)
SELECT
    campaign_id,
    if(campaign_id = planted_campaign(), 'Come back',
       pick(campaign_id, 'theme', ['Welcome', 'Season sale', 'Upgrade', 'Webinar', 'New product', 'Loyalty'])
           || ' ' || strftime(started_on, '%Y-%m'))                         AS name,
    ['email', 'search_ads', 'social_ads', 'event', 'website', 'sms'][1 + campaign_id % 6] AS channel,
    started_on::DATE                                                        AS started_on,
    if(started_on + 35 <= last_day(), (started_on + 35)::DATE, NULL)        AS ended_on
FROM (SELECT campaign_id, started_on::DATE AS started_on FROM numbered)
WHERE started_on <= last_day();

CREATE TABLE crm.campaign_members AS
WITH sized AS (
    SELECT *, if(campaign_id = planted_campaign(), 2000, 600) AS audience FROM crm.campaigns
), members AS (
    SELECT *, unnest(range(greatest(20, round($scale * audience)::BIGINT))) AS n FROM sized
), drawn AS (
    SELECT
        campaign_id, n, started_on, campaign_id * 1000000 + n                AS member,
        if(n % 20 = 7, 'control', 'target')                                  AS audience,
        (started_on + floor(chance(campaign_id * 1000000 + n, 'added') * 5)::INTEGER)::DATE AS added_on,
        1 + floor(chance(campaign_id * 1000000 + n, 'member') * (SELECT count(*) FROM crm.customers))::BIGINT AS customer_id,
        if(campaign_id = planted_campaign(), 9, 6 + floor(chance(campaign_id, 'works') * 3)) AS percent,
        if(n % 20 = 7, n // 20, n - (n + 12) // 20)                          AS place
    FROM members
), decided AS (
    SELECT *,
        audience = 'target' AND chance(member, 'bounced') > 0.04             AS is_reached,
        (place * 37 + if(campaign_id = planted_campaign(), 0, campaign_id * 29)) % 100
            < if(audience = 'control', 5, percent)                           AS converts,
        days_after(added_on::TIMESTAMP, 0.4 + waited(member, 'responds', 2)) AS responds_at,
        days_after(added_on::TIMESTAMP, 0.5 + waited(member, 'buys', 4))     AS converts_at
    FROM drawn
)
SELECT
    row_number() OVER (ORDER BY d.member)                                    AS member_id,
    d.campaign_id,
    if(c.acquired_on <= d.added_on, d.customer_id, NULL)                     AS customer_id,
    d.audience,
    d.added_on,
    if(d.is_reached, days_after(d.added_on::TIMESTAMP, 0.38), NULL)          AS reached_at,
    if(d.is_reached AND (d.converts OR chance(d.member, 'response') < 0.12) AND d.responds_at < now_is(),
       d.responds_at, NULL)                                                  AS responded_at,
    if(d.converts AND d.converts_at < now_is(), d.converts_at, NULL)         AS converted_at
FROM decided AS d
JOIN crm.customers AS c USING (customer_id)
WHERE d.added_on <= last_day();

-- The books are kept in dollars. One row a campaign, then one a month for each team and kind of cost.
CREATE TABLE crm.expenses AS
WITH costs AS (
    SELECT
        c.started_on                                       AS spent_on,
        'marketing'                                        AS team,
        'campaign'                                         AS category,
        if(c.campaign_id % 4 = 0, 'existing', 'new')       AS aimed_at,
        c.campaign_id,
        (1200 + 900 * chance(c.campaign_id, 'cost')) * (1 + (c.started_on - first_day()) / 2500.0) AS amount
    FROM crm.campaigns AS c
    UNION ALL
    SELECT
        (first_day() + to_months(m::INTEGER) + to_days((k.position + m % 7)::INTEGER))::DATE,
        k.team, k.category, k.aimed_at, NULL,
        k.amount * (0.9 + 0.2 * chance(m * 100 + k.position, 'cost')) * (1 + m / 90.0)
    FROM range(37) AS r (m)
    CROSS JOIN (VALUES
        (1, 'sales', 'salaries', 'new', 14000), (2, 'sales', 'travel', 'new', 1900), (3, 'sales', 'tools', 'new', 900),
        (4, 'marketing', 'salaries', 'new', 5200), (5, 'marketing', 'advertising', 'new', 3800),
        (6, 'marketing', 'loyalty', 'existing', 1500), (7, 'marketing', 'events', 'existing', 700),
        (8, 'service', 'salaries', 'existing', 9000), (9, 'service', 'tools', 'existing', 1300),
        (10, 'service', 'telephone', 'existing', 450)
    ) AS k (position, team, category, aimed_at, amount)
)
SELECT
    row_number() OVER (ORDER BY spent_on, team, category, campaign_id) AS expense_id,
    * EXCLUDE (amount),
    money(amount * $scale)                                             AS amount
FROM costs
WHERE spent_on <= last_day();

CREATE TABLE crm.web_sessions AS
SELECT
    i + 1                                                                         AS session_id,
    if(chance(i, 'known visitor') < 0.3,
       1 + floor(chance(i, 'visitor') * (SELECT count(*) FROM crm.customers))::BIGINT, NULL) AS customer_id,
    if(day(s.day) > 3 AND chance(i, 'by a campaign') < 0.2,
       campaign_of(i, 'which campaign', s.day), NULL)                             AS campaign_id,
    pick(i, 'session source', ['search', 'search', 'direct', 'social', 'email', 'partner']) AS source,
    at_some_hour(s.day, i)                                                        AS started_at,
    if(chance(i, 'end unknown') < 0.02, NULL,
       days_after(at_some_hour(s.day, i), waited(i, 'stays', 0.0028)))            AS ended_at,
    if(chance(i, 'goal') < 0.06, pick(i, 'which goal', ['signup', 'download', 'download']), NULL) AS goal
FROM range(round($scale * 45000)::BIGINT) AS r (i)
JOIN making_shares AS s ON s.share = share_of(i, 'session day')
WHERE s.day >= first_day();

CREATE TABLE crm.page_views AS
WITH viewed AS (
    SELECT session_id, started_at, unnest(range(1 + floor(waited(session_id, 'pages', 1.8))::BIGINT)) AS n
    FROM crm.web_sessions
)
SELECT
    row_number() OVER (ORDER BY session_id, n)                                    AS page_view_id,
    session_id,
    pick(session_id * 37 + n, 'page', ['/', '/', '/products', '/products', '/prices', '/help', '/blog', '/contact']) AS page,
    days_after(started_at, n * waited(session_id * 37 + n, 'reads', 0.0005))      AS viewed_at
FROM viewed;

CREATE TABLE crm.carts AS
WITH filled AS (
    SELECT order_id, customer_id, order_id AS cart,
        greatest(first_day()::TIMESTAMP, days_after(ordered_at, -waited(order_id, 'shops', 0.02))) AS created_at
    FROM crm.orders
    WHERE channel = 'web'
    UNION ALL
    SELECT NULL,
        if(chance(i, 'known shopper') < 0.6, 1 + floor(chance(i, 'shopper') * (SELECT count(*) FROM crm.customers))::BIGINT, NULL),
        2000000000 + i,
        at_some_hour(s.day, i)
    FROM range(round($scale * 19000)::BIGINT) AS r (i)
    JOIN making_shares AS s ON s.share = share_of(i, 'cart day')
    WHERE s.day >= first_day()
)
SELECT
    row_number() OVER (ORDER BY created_at, cart)              AS cart_id,
    customer_id,
    order_id,
    pick(cart, 'device', ['desktop', 'mobile', 'mobile'])      AS device,
    created_at
FROM filled;

CREATE TABLE crm.messages AS
WITH drawn AS (
    SELECT
        i + 1                                                                     AS message_id,
        1 + floor(chance(i, 'recipient') * (SELECT count(*) FROM crm.customers))::BIGINT AS customer_id,
        pick(i, 'message channel', ['email', 'email', 'email', 'sms', 'chat'])    AS channel,
        at_some_hour(s.day, i)                                                    AS sent_at
    FROM range(round($scale * 60000)::BIGINT) AS r (i)
    JOIN making_shares AS s ON s.share = share_of(i, 'message day')
    WHERE s.day >= first_day()
)
SELECT
    m.message_id,
    m.customer_id,
    m.channel,
    if(m.channel = 'chat' AND chance(m.message_id, 'who writes') < 0.5, 'inbound', 'outbound') AS direction,
    m.sent_at,
    if(chance(m.message_id, 'bounces') < 0.04, NULL, days_after(m.sent_at, waited(m.message_id, 'arrives', 0.0004))) AS delivered_at,
    if(m.channel = 'email' AND chance(m.message_id, 'bounces') >= 0.04 AND chance(m.message_id, 'clicks') < 0.05,
       days_after(m.sent_at, 0.003 + waited(m.message_id, 'clicks after', 0.3)), NULL)          AS clicked_at
FROM drawn AS m
JOIN crm.customers AS c USING (customer_id)
WHERE m.sent_at >= c.acquired_on AND (c.left_on IS NULL OR m.sent_at < c.left_on);
UPDATE crm.messages SET clicked_at = NULL WHERE clicked_at >= now_is();

-- Every touch of a living customer with us, whoever began it; only some kinds cost money.
CREATE TABLE crm.interactions AS
WITH spans AS (
    SELECT customer_id, greatest(acquired_on, first_day()) AS from_day, coalesce(left_on, last_day() + 1) AS to_day,
        0.3 + waited(customer_id, 'keen', 0.9) AS monthly
    FROM crm.customers
), slots AS (
    SELECT *, unnest(range(1 + round(monthly * (to_day - from_day) / 30.4)::BIGINT)) AS n FROM spans
), placed AS (
    SELECT customer_id, customer_id * 1013 + n AS slot,
        pick(customer_id * 1013 + n, 'touch', ['visit', 'visit', 'email_open', 'email_open', 'email_click', 'social',
                                               'loyalty', 'sms', 'call', 'call', 'chat', 'chat']) AS channel,
        at_some_hour(from_day + floor(chance(customer_id * 1013 + n, 'touch day') * (to_day - from_day))::INTEGER,
                     customer_id * 1013 + n) AS happened_at
    FROM slots
)
SELECT
    row_number() OVER (ORDER BY customer_id, slot)                                AS interaction_id,
    customer_id,
    channel,
    CASE WHEN channel IN ('call', 'chat') THEN pick(slot, 'purpose', ['service', 'service', 'service', 'sales'])
         ELSE 'marketing' END                                                     AS purpose,
    happened_at,
    money(CASE channel WHEN 'sms' THEN 0.08 WHEN 'call' THEN 3 + waited(slot, 'cost', 4) WHEN 'chat' THEN 1 + waited(slot, 'cost', 1.5) END) AS cost
FROM placed;
