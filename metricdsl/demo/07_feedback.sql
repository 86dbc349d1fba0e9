-- Surveys and their answers, referrals.

CREATE TABLE crm.surveys AS
SELECT * FROM (VALUES
    (1, 'Would you recommend us?', 'recommend', 0, 10), (2, 'How satisfied are you?', 'satisfaction', 1, 5),
    (3, 'How much effort was it?', 'effort', 1, 7), (4, 'Is it worth its price?', 'value', 1, 10),
    (5, 'Was it as you expected?', 'expectation', 1, 10), (6, 'Do you know our brand?', 'knows_brand', 0, 1)
) AS s (survey_id, name, question, lowest, highest);

CREATE TABLE crm.survey_answers AS
WITH drawn AS (
    SELECT
        i + 1                                                                      AS answer_id,
        pick(i, 'which survey', [1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 5, 6])              AS survey_id,
        1 + floor(chance(i, 'who answers') * (SELECT count(*) FROM crm.customers))::BIGINT AS customer_id,
        at_some_hour(s.day, i)                                                     AS answered_at,
        chance(i, 'answer')                                                        AS answer
    FROM range(round($scale * 26000)::BIGINT) AS r (i)
    JOIN making_shares AS s ON s.share = share_of(i, 'answer day')
    WHERE s.day >= first_day()
)
SELECT
    answer_id,
    survey_id,
    if(survey_id = 6, NULL, customer_id)                                           AS customer_id,
    answered_at,
    if(chance(answer_id, 'left blank') < 0.03, NULL, CASE survey_id
        WHEN 1 THEN floor(11 * answer ^ 0.4)
        WHEN 2 THEN 1 + floor(5 * answer ^ 0.5)
        WHEN 3 THEN 1 + floor(7 * answer ^ 1.8)
        WHEN 4 THEN 1 + floor(10 * answer ^ 0.6)
        WHEN 5 THEN 1 + floor(10 * answer ^ 0.7)
        ELSE (answer < 0.38)::INTEGER END)::BIGINT                                 AS score,
    if(survey_id = 5, least(10, 2 + floor(10 * answer ^ 0.7) + floor(2 * chance(answer_id, 'expected'))), NULL)::BIGINT
                                                                                   AS expected_score
FROM drawn
JOIN crm.customers AS c USING (customer_id)
WHERE answered_at >= c.acquired_on AND (c.left_on IS NULL OR answered_at < c.left_on);

CREATE TABLE crm.referrals AS
WITH made AS (
    SELECT
        customer_id AS referral, acquired_on AS joined_on, customer_id AS referred_customer_id,
        greatest(first_day(), acquired_on - 8 - waited(customer_id, 'referred before', 25)::INTEGER) AS referred_on
    FROM crm.customers
    WHERE source = 'referral' AND acquired_on >= first_day()
    UNION ALL
    SELECT 2000000000 + i, NULL, NULL, s.day
    FROM range(round($scale * 500)::BIGINT) AS r (i)
    JOIN making_shares AS s ON s.share = share_of(i, 'referral day')
    WHERE s.day >= first_day()
), candidates AS (
    SELECT *,
        1 + floor(chance(referral * 4 + unnest([0, 1, 2, 3]), 'referrer') * (SELECT count(*) FROM crm.customers))::BIGINT AS candidate
    FROM made
), alive AS (
    SELECT c.referral, c.referred_on, c.joined_on, c.referred_customer_id, min(k.customer_id) AS referrer_id
    FROM candidates AS c
    JOIN crm.customers AS k
        ON k.customer_id = c.candidate AND k.acquired_on <= c.referred_on
        AND (k.left_on IS NULL OR c.referred_on < k.left_on)
    GROUP BY ALL
)
SELECT
    row_number() OVER (ORDER BY referred_on, referral) AS referral_id,
    referrer_id,
    referred_customer_id,
    referred_on,
    joined_on
FROM alive;
