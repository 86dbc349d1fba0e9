-- Campaigns with a held-out control group, expenses, the web site, carts and messages.
-- Planted: the campaign 'Come back' converts 9 % of its target group and 5 % of its control group.

CREATE TEMP MACRO planted_campaign() AS (SELECT 3 * (date_diff('month', first_day(), last_day()) - 5) + 2 FROM making);

CREATE TABLE crm.campaigns AS
WITH numbered AS (
    SELECT i + 1 AS campaign_id,
        first_day() + to_months((i // 3)::INTEGER) + to_days((i % 3 * 8)::INTEGER) AS started_on
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
