-- Leads, the deals they become, the stages, quotes and follow-ups of those deals.
-- Planted: leads of the source 'referral' convert twice as often as the others.

CREATE TEMP TABLE making_leads AS
WITH drawn AS (
    SELECT
        i + 1                                AS lead_id,
        at_some_hour(s.day, i)               AS created_at,
        pick(i, 'lead source', ['website', 'website', 'website', 'search_ads', 'search_ads', 'social_ads', 'email',
                                'event', 'referral', 'outbound', 'outbound', 'partner']) AS source,
        pick(i, 'lead country', ['United States', 'United States', 'United States', 'United Kingdom', 'Germany',
                                 'Japan', 'Singapore', 'Malaysia', 'Brazil'])            AS country,
        chance(i, 'lead fate')               AS fate,
        chance(i, 'lead ignored') < 0.06     AS ignored
    FROM range(round($scale * 11000)::BIGINT) AS r (i)
    JOIN making_shares AS s ON s.share = share_of(i, 'lead day')
), decided AS (
    SELECT
        *,
        fate < if(source = 'referral', 0.24, 0.12)        AS converts,
        fate < if(source = 'referral', 0.24, 0.12) + 0.28 AS qualifies
    FROM drawn
)
SELECT
    *,
    if(ignored AND NOT qualifies, NULL,
       days_after(created_at, if(chance(lead_id, 'late') < 0.08, 2, 0) + waited(lead_id, 'response', 0.2)))
        AS first_response_at,
    if(qualifies, days_after(created_at, 2 + waited(lead_id, 'qualified', 4)), NULL) AS qualified_at,
    least(365, round(if(converts, 7, 5) + waited(lead_id, 'cycle', if(converts, 38, 45))))::INTEGER AS cycle_days
FROM decided;

CREATE TEMP TABLE making_deals AS
SELECT
    lead_id                                        AS opportunity_id,
    lead_id,
    NULL::BIGINT                                   AS old_customer_id,
    'new'                                          AS kind,
    source,
    country,
    created_at::DATE                               AS first_contact_on,
    qualified_at::DATE                             AS created_on,
    qualified_at::DATE + cycle_days                AS closes_on,
    converts                                       AS wins
FROM making_leads
WHERE qualifies
    AND qualified_at < now_is()
    AND qualified_at::DATE + cycle_days >= first_day();

-- Customers: those from before the history, then one for each deal won in it.
-- Planted: in the month eight months before the last, one more in eighteen leaves.
CREATE TEMP TABLE making_customers AS
WITH all_customers AS (
    SELECT
        i + 1 AS customer_id,
        NULL::BIGINT AS lead_id,
        (first_day() - to_days(1 + floor(chance(i, 'acquired') * 1400)::INTEGER))::DATE AS acquired_on,
        pick(i, 'old source', ['website', 'search_ads', 'email', 'event', 'referral', 'outbound', 'partner']) AS source,
        pick(i, 'old country', ['United States', 'United States', 'United States', 'United Kingdom', 'Germany',
                                'Japan', 'Singapore', 'Malaysia', 'Brazil']) AS country
    FROM range((SELECT old_customers FROM making)) AS r (i)
    UNION ALL
    SELECT
        (SELECT old_customers FROM making) + row_number() OVER (ORDER BY lead_id),
        lead_id, closes_on, source, country
    FROM making_deals
    WHERE wins AND closes_on <= last_day()
), with_end AS (
    SELECT
        *,
        greatest(acquired_on, first_day()) + 20 + waited(customer_id, 'leaves', 1250)::INTEGER AS leaves_on,
        (months_back(8) + to_days(floor(chance(customer_id, 'spike day') * 28)::INTEGER))::DATE AS spike_on
    FROM all_customers
), with_spike AS (
    SELECT
        * EXCLUDE (leaves_on),
        if(acquired_on < months_back(8) AND leaves_on > spike_on AND chance(customer_id, 'spike') < 0.055,
           spike_on, leaves_on) AS leaves_on
    FROM with_end
)
SELECT
    * EXCLUDE (leaves_on, spike_on),
    if(leaves_on <= last_day(), leaves_on, NULL) AS left_on,
    if(country = 'Japan', 'JPY', 'USD')          AS currency
FROM with_spike;

CREATE TABLE crm.customers AS
SELECT
    customer_id,
    pick(customer_id, 'name', ['Blue', 'North', 'Green', 'Silver', 'River', 'Sun', 'Kita', 'Müller', '東京', 'Nova'])
        || ' ' || pick(customer_id, 'trade', ['Foods', 'Logistics', 'Systems', 'Textiles', 'Motors', 'Clinic', '商事'])
        || ' ' || customer_id                                                    AS name,
    CASE country
        WHEN 'United States' THEN 'Americas' WHEN 'Brazil' THEN 'Americas'
        WHEN 'United Kingdom' THEN 'EMEA' WHEN 'Germany' THEN 'EMEA' ELSE 'APAC' END AS region,
    country,
    if(chance(customer_id, 'no industry') < 0.03, NULL,
       pick(customer_id, 'industry', ['retail', 'retail', 'manufacturing', 'health', 'tech', 'finance', 'education']))
                                                                                 AS industry,
    if(chance(customer_id, 'no size') < 0.05, NULL,
       floor(exp(1 + 6.5 * chance(customer_id, 'size') ^ 1.3))::BIGINT)          AS employees,
    pick(customer_id, 'plan', ['subscription', 'one_off'])                       AS plan,
    currency,
    source,
    if(c.lead_id IS NOT NULL AND source IN ('website', 'search_ads', 'social_ads', 'email', 'event')
           AND day(acquired_on) > 3 AND chance(customer_id, 'by campaign') < 0.5,
       campaign_of(customer_id, 'which campaign', acquired_on), NULL)            AS campaign_id,
    acquired_on,
    left_on
FROM making_customers AS c;

CREATE TABLE crm.leads AS
SELECT
    l.lead_id,
    l.created_at,
    l.source,
    if(chance(l.lead_id, 'no country') < 0.04, NULL, l.country)           AS country,
    if(l.source IN ('website', 'search_ads', 'social_ads', 'email', 'event')
           AND day(l.created_at) > 3 AND chance(l.lead_id, 'lead campaign') < 0.4,
       campaign_of(l.lead_id, 'its campaign', l.created_at::DATE), NULL)  AS campaign_id,
    sales_rep(l.lead_id)                                                  AS owner_id,
    if(l.first_response_at < now_is(), l.first_response_at, NULL)         AS first_response_at,
    if(l.qualified_at < now_is(), l.qualified_at, NULL)                   AS qualified_at,
    if(c.customer_id IS NOT NULL, at_some_hour(c.acquired_on, l.lead_id), NULL) AS converted_at,
    c.customer_id,
    CASE
        WHEN c.customer_id IS NOT NULL THEN 'converted'
        WHEN l.qualified_at < now_is() THEN 'qualified'
        WHEN l.first_response_at < now_is() THEN 'working' ELSE 'new' END AS status
FROM making_leads AS l
LEFT JOIN making_customers AS c USING (lead_id)
WHERE l.created_at >= first_day();

-- Offers to customers of today: upgrades and complements, answered within weeks.
INSERT INTO making_deals
WITH offers AS (
    SELECT
        i + 1 AS offer_id,
        1 + floor(chance(i, 'offered to') * (SELECT count(*) FROM making_customers))::BIGINT AS customer_id,
        s.day AS created_on,
        pick(i, 'offer', ['upsell', 'upsell', 'cross_sell']) AS kind,
        chance(i, 'offer accepted') AS fate
    FROM range(round($scale * 3600)::BIGINT) AS r (i)
    JOIN making_shares AS s ON s.share = share_of(i, 'offer day')
)
SELECT
    1000000000 + offer_id, NULL, customer_id, o.kind, 'customer', c.country, o.created_on, o.created_on,
    o.created_on + 3 + waited(offer_id, 'offer cycle', 11)::INTEGER,
    o.fate < if(o.kind = 'upsell', 0.24, 0.3)
FROM offers AS o
JOIN making_customers AS c USING (customer_id)
WHERE o.created_on >= greatest(c.acquired_on, first_day())
    AND (c.left_on IS NULL OR o.created_on < c.left_on);

-- A deal passes four stages; a lost one ends in any of them, and some skip the second.
CREATE TEMP TABLE making_stages AS
WITH reached AS (
    SELECT
        opportunity_id, created_on, closes_on, wins,
        if(wins, 4, 1 + floor(sqrt(chance(opportunity_id, 'lost at')) * 4)::BIGINT) AS last_stage,
        chance(opportunity_id, 'skips') < 0.15 AS skips
    FROM making_deals
), steps AS (
    SELECT *, unnest(range(1, last_stage + 2)) AS step FROM reached
), entered AS (
    SELECT
        opportunity_id, step, step = last_stage + 1 AS is_end, wins,
        days_after(created_on::TIMESTAMP, 0.35 + (closes_on - created_on) * ((step - 1)::DOUBLE / last_stage)
            ^ (0.8 + 0.5 * chance(opportunity_id, 'pace'))) AS entered_at
    FROM steps
    WHERE NOT (skips AND step = 2 AND last_stage > 2)
)
SELECT
    opportunity_id,
    CASE WHEN is_end AND wins THEN 'won' WHEN is_end THEN 'lost'
        ELSE ['qualification', 'needs', 'proposal', 'negotiation'][step] END AS stage,
    entered_at,
    lead(entered_at) OVER (PARTITION BY opportunity_id ORDER BY step)       AS left_at
FROM entered;

CREATE TABLE crm.opportunities AS
WITH latest AS (
    SELECT opportunity_id, arg_max(stage, entered_at) AS stage
    FROM making_stages
    WHERE entered_at < now_is()
    GROUP BY opportunity_id
)
SELECT
    d.opportunity_id,
    if(l.created_at >= first_day(), d.lead_id, NULL)                     AS lead_id,
    coalesce(d.old_customer_id, c.customer_id)                           AS customer_id,
    sales_rep(d.opportunity_id)                                          AS owner_id,
    d.kind,
    d.source,
    t.stage,
    if(d.country = 'Japan', 'JPY', 'USD')                                AS currency,
    if(t.stage NOT IN ('won', 'lost') AND chance(d.opportunity_id, 'no amount') < 0.06, NULL,
       in_currency(if(d.kind = 'new', 2500, 800) + round(waited(d.opportunity_id, 'deal', if(d.kind = 'new', 9000, 3000)), -1),
                   if(d.country = 'Japan', 'JPY', 'USD')))               AS amount,
    d.first_contact_on,
    d.created_on,
    if(d.closes_on <= last_day(), d.closes_on, NULL)                     AS closed_on,
    if(t.stage = 'lost' AND chance(d.opportunity_id, 'no reason') > 0.05,
       pick(d.opportunity_id, 'reason', ['price', 'price', 'price', 'competitor', 'competitor', 'no_budget',
                                         'no_answer', 'missing_feature']), NULL) AS loss_reason
FROM making_deals AS d
JOIN latest AS t USING (opportunity_id)
LEFT JOIN making_leads AS l ON l.lead_id = d.lead_id
LEFT JOIN making_customers AS c ON c.lead_id = d.lead_id;

CREATE TABLE crm.stage_history AS
SELECT
    row_number() OVER (ORDER BY s.opportunity_id, s.entered_at) AS stage_history_id,
    s.opportunity_id,
    s.stage,
    s.entered_at,
    if(s.left_at < now_is(), s.left_at, NULL)                   AS left_at,
    o.currency,
    o.amount
FROM making_stages AS s
JOIN crm.opportunities AS o USING (opportunity_id)
WHERE s.entered_at < now_is();

CREATE TABLE crm.stages AS
SELECT * FROM (VALUES
    ('qualification', 1, true), ('needs', 2, true), ('proposal', 3, true), ('negotiation', 4, true),
    ('won', 5, false), ('lost', 6, false)
) AS s (stage, position, is_open);

CREATE TABLE crm.quotes AS
WITH sent AS (
    SELECT s.opportunity_id, s.entered_at, unnest(range(if(chance(s.opportunity_id, 'two quotes') < 0.25, 2, 1))) AS n
    FROM making_stages AS s
    WHERE s.stage = 'proposal'
)
SELECT
    row_number() OVER (ORDER BY s.opportunity_id, s.n)           AS quote_id,
    s.opportunity_id,
    o.kind,
    (s.entered_at::DATE + 4 * s.n::INTEGER)                      AS sent_on,
    if(o.stage = 'won' AND s.n = max(s.n) OVER (PARTITION BY s.opportunity_id), o.closed_on, NULL) AS accepted_on,
    o.currency,
    money(o.amount * (1.08 - 0.08 * s.n))                        AS amount
FROM sent AS s
JOIN crm.opportunities AS o USING (opportunity_id)
WHERE s.entered_at::DATE + 4 * s.n::INTEGER <= coalesce(o.closed_on, last_day());

-- Most won deals took four to eleven follow-ups, lost ones fewer.
CREATE TABLE crm.follow_ups AS
WITH planned AS (
    SELECT
        o.opportunity_id, o.created_on, o.closed_on,
        if(o.stage = 'won', 2 + floor((chance(o.opportunity_id, 'efforts') + chance(o.opportunity_id, 'more efforts')) * 6),
           floor(waited(o.opportunity_id, 'efforts', 2.5)))::BIGINT AS efforts
    FROM crm.opportunities AS o
), spread_out AS (
    SELECT *, unnest(range(efforts)) AS n FROM planned
)
SELECT
    row_number() OVER (ORDER BY opportunity_id, n) AS follow_up_id,
    opportunity_id,
    pick(opportunity_id * 17 + n, 'follow-up channel', ['call', 'email', 'email', 'meeting', 'chat']) AS channel,
    at_some_hour(created_on + floor((coalesce(closed_on, last_day()) - created_on) * (n + chance(opportunity_id * 17 + n, 'when'))
        / efforts)::INTEGER, opportunity_id * 17 + n) AS done_at
FROM spread_out;
