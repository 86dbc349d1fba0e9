-- Values of KPIs in the period from $s to $e (not included), written by hand, without the catalog.

CREATE TEMP MACRO alive(t) AS (
    SELECT count(*) FROM crm.customers WHERE acquired_on < t AND (left_on IS NULL OR left_on >= t));
CREATE TEMP MACRO alive_during(s, e) AS (
    SELECT count(*) FROM crm.customers WHERE acquired_on < e AND (left_on IS NULL OR left_on > s OR acquired_on >= s));
CREATE TEMP MACRO won_customers(s, e) AS (SELECT count(*) FROM crm.customers WHERE acquired_on >= s AND acquired_on < e);
CREATE TEMP MACRO lost_customers(s, e) AS (SELECT count(*) FROM crm.customers WHERE left_on >= s AND left_on < e);
CREATE TEMP MACRO orders_made(s, e) AS (SELECT count(*) FROM crm.orders WHERE ordered_at >= s AND ordered_at < e);
CREATE TEMP MACRO dollars(s, e) AS (
    SELECT sum(amount) FROM crm.orders WHERE currency = 'USD' AND ordered_at >= s AND ordered_at < e);
CREATE TEMP MACRO latest_snapshots(t) AS TABLE
    SELECT
        *,
        0.4 * usage_score + 0.2 * coalesce(feedback_score, 50) + 0.2 * ticket_score + 0.2 * purchase_score AS health
    FROM crm.customer_snapshots WHERE snapshot_on < t
    QUALIFY snapshot_on = max(snapshot_on) OVER (PARTITION BY customer_id);

-- kpi leads
SELECT count(*) FROM crm.leads WHERE created_at >= $s AND created_at < $e;
-- kpi lead_conversion_rate
SELECT avg((converted_at IS NOT NULL)::INT) FROM crm.leads WHERE created_at >= $s AND created_at < $e;
-- kpi new_customers
SELECT won_customers($s, $e);
-- kpi lost_customers
SELECT lost_customers($s, $e);
-- kpi net_new_customers
SELECT won_customers($s, $e) - lost_customers($s, $e);
-- kpi customers
SELECT alive($e);
-- kpi churn_rate
SELECT lost_customers($s, $e) / alive($s);
-- kpi customer_retention_rate
SELECT (alive($e) - won_customers($s, $e)) / alive($s);
-- kpi customer_lifespan
SELECT alive($s) / lost_customers($s, $e);
-- kpi revenue
SELECT dollars($s, $e);
-- kpi revenue_growth_rate
SELECT dollars($s, $e) / dollars($s - INTERVAL 1 MONTH, $s) - 1;
-- kpi average_purchase_value
SELECT avg(amount) FROM crm.orders WHERE currency = 'USD' AND ordered_at >= $s AND ordered_at < $e;
-- kpi purchase_frequency
SELECT count(*) / count(DISTINCT customer_id) FROM crm.orders WHERE ordered_at >= $s AND ordered_at < $e;
-- kpi repeat_purchase_rate
SELECT avg((n > 1)::INT)
FROM (
    SELECT count(*) AS n FROM crm.orders
    WHERE ordered_at >= $s AND ordered_at < $e AND customer_id IS NOT NULL GROUP BY customer_id
);
-- kpi profit_margin_per_customer
SELECT avg(margin)
FROM (
    SELECT 1 - sum(cost) / sum(amount) AS margin FROM crm.orders
    WHERE currency = 'USD' AND ordered_at >= $s AND ordered_at < $e AND customer_id IS NOT NULL GROUP BY customer_id
);
-- kpi new_revenue
SELECT sum(amount)
FROM crm.orders AS o
JOIN crm.customers AS c USING (customer_id)
WHERE o.currency = 'USD' AND ordered_at >= $s AND ordered_at < $e
    AND CASE o.kind
        WHEN 'one_off' THEN NOT EXISTS (
            FROM crm.orders AS p WHERE p.customer_id = o.customer_id AND p.ordered_at < o.ordered_at)
        ELSE ordered_at::DATE < c.acquired_on + INTERVAL 1 YEAR END;
-- kpi demand_forecast
SELECT late + (late - early) * 2 / 3
FROM (
    SELECT
        orders_made($s - INTERVAL 2 MONTHS, $e) / 3                     AS late,
        orders_made($s - INTERVAL 5 MONTHS, $s - INTERVAL 2 MONTHS) / 3 AS early
);
-- kpi customer_acquisition_cost
SELECT sum(amount) / won_customers($s, $e)
FROM crm.expenses WHERE spent_on >= $s AND spent_on < $e AND team IN ('sales', 'marketing');
-- kpi marketing_roi
SELECT (
    SELECT sum(amount) FROM crm.orders
    WHERE currency = 'USD' AND ordered_at >= $s AND ordered_at < $e AND campaign_id IS NOT NULL
) / sum(amount) - 1
FROM crm.expenses WHERE spent_on >= $s AND spent_on < $e AND category = 'campaign';
-- kpi deals_won
SELECT count(*) FROM crm.opportunities WHERE closed_on >= $s AND closed_on < $e AND stage = 'won';
-- kpi win_rate
SELECT avg((stage = 'won')::INT) FROM crm.opportunities WHERE closed_on >= $s AND closed_on < $e;
-- kpi opportunity_win_rate
SELECT avg((stage = 'won')::INT) FROM crm.opportunities WHERE created_on >= $s AND created_on < $e;
-- kpi average_deal_value
SELECT avg(amount) FROM crm.opportunities
WHERE closed_on >= $s AND closed_on < $e AND stage = 'won' AND currency = 'USD';
-- kpi sales_cycle_length
SELECT avg(closed_on - first_contact_on) FROM crm.opportunities
WHERE closed_on >= $s AND closed_on < $e AND stage = 'won';
-- kpi follow_ups_per_won_deal
SELECT count(f.follow_up_id) / count(DISTINCT o.opportunity_id)
FROM crm.opportunities AS o
LEFT JOIN crm.follow_ups AS f USING (opportunity_id)
WHERE closed_on >= $s AND closed_on < $e AND stage = 'won';
-- kpi pipeline_value
SELECT sum(amount) FROM crm.opportunities
WHERE currency = 'USD' AND created_on < $e AND (closed_on IS NULL OR closed_on >= $e);
-- kpi sales_forecast
WITH probabilities AS (
    SELECT h.stage, avg((o.stage = 'won')::INT) AS probability
    FROM crm.stage_history AS h
    JOIN crm.opportunities AS o USING (opportunity_id)
    WHERE o.closed_on IS NOT NULL GROUP BY h.stage
)
SELECT sum(amount * probability)
FROM crm.stage_history
JOIN probabilities USING (stage)
WHERE currency = 'USD' AND stage NOT IN ('won', 'lost') AND entered_at < $e AND (left_at IS NULL OR left_at >= $e);
-- kpi stage_duration
SELECT avg(epoch(left_at - entered_at)) / 86400 FROM crm.stage_history WHERE left_at >= $s AND left_at < $e;
-- kpi upsell_rate
SELECT count(DISTINCT customer_id) FILTER (accepted_on IS NOT NULL) / count(DISTINCT customer_id)
FROM crm.quotes AS q
JOIN crm.opportunities AS o USING (opportunity_id)
WHERE q.kind = 'upsell' AND sent_on >= $s AND sent_on < $e;
-- kpi cross_sell_rate
SELECT count(DISTINCT customer_id) FILTER (complementary) / count(DISTINCT customer_id)
FROM crm.order_items
JOIN crm.orders USING (order_id)
JOIN crm.products USING (product_id)
WHERE ordered_at >= $s AND ordered_at < $e;
-- kpi campaign_uplift
SELECT
    avg((converted_at IS NOT NULL)::INT) FILTER (audience = 'target')
    - avg((converted_at IS NOT NULL)::INT) FILTER (audience = 'control')
FROM crm.campaign_members WHERE added_on >= $s AND added_on < $e;
-- kpi engagement_rate
SELECT count(DISTINCT customer_id) FILTER (channel NOT IN ('sms', 'call', 'chat')) / alive_during($s, $e)
FROM crm.interactions WHERE happened_at >= $s AND happened_at < $e;
-- kpi average_response_time
SELECT avg(epoch(first_replied_at - opened_at)) / 60 FROM crm.cases WHERE opened_at >= $s AND opened_at < $e;
-- kpi first_contact_resolution_rate
SELECT avg((n = 1)::INT)
FROM crm.cases
JOIN (SELECT case_id, count(*) AS n FROM crm.case_contacts GROUP BY 1) USING (case_id)
WHERE resolved_at >= $s AND resolved_at < $e;
-- kpi sla_compliance_rate
SELECT avg((first_replied_at IS NOT NULL AND resolved_at IS NOT NULL
    AND first_replied_at <= opened_at + to_minutes(reply_within_minutes)
    AND resolved_at <= opened_at + to_hours(solve_within_hours))::INT)
FROM crm.cases
JOIN crm.sla_policies USING (kind, urgency)
WHERE opened_at >= $s AND opened_at < $e
    AND (resolved_at IS NOT NULL OR opened_at + to_hours(solve_within_hours) < TIMESTAMP '2025-07-01');
-- kpi service_calls_per_day
SELECT count(*) / ($e::DATE - $s::DATE) FROM crm.calls
WHERE direction = 'outbound' AND purpose = 'service' AND started_at >= $s AND started_at < $e;
-- kpi net_promoter_score
SELECT 100 * (avg((score >= 9)::INT) - avg((score <= 6)::INT)) FROM crm.survey_answers
WHERE survey_id = 1 AND score IS NOT NULL AND answered_at >= $s AND answered_at < $e;
-- kpi customer_satisfaction_score
SELECT avg((score >= 4)::INT) FROM crm.survey_answers
WHERE survey_id = 2 AND score IS NOT NULL AND answered_at >= $s AND answered_at < $e;
-- kpi expectation_gap
SELECT avg(expected_score - score) FROM crm.survey_answers
WHERE survey_id = 5 AND score IS NOT NULL AND answered_at >= $s AND answered_at < $e;
-- kpi relationship_recency
SELECT avg(snapshot_on - last_interaction_on) FROM latest_snapshots($e) WHERE active;
-- kpi customer_health_score
SELECT avg(health) FROM latest_snapshots($e) WHERE active;
-- kpi customers_at_risk
SELECT count(*) FROM latest_snapshots($e) WHERE active AND (health < 40 OR snapshot_on - last_interaction_on > 90);
-- kpi relationship_depth
SELECT count(DISTINCT (customer_id, product_id)) / alive_during($s, $e)
FROM crm.product_usage WHERE used_on >= $s AND used_on < $e;
-- kpi loyalty_rate
WITH twice AS (
    SELECT customer_id FROM crm.orders WHERE ordered_at < $e GROUP BY 1 HAVING count(*) > 1
), fond AS (
    SELECT customer_id FROM crm.survey_answers WHERE survey_id = 1 AND score > 8 AND answered_at < $e
)
SELECT count(*) / alive($e)
FROM crm.customers
WHERE acquired_on < $e AND (left_on IS NULL OR left_on >= $e)
    AND customer_id IN (FROM twice) AND customer_id IN (FROM fond);
-- kpi renewal_rate
SELECT avg((renewed_on IS NOT NULL)::INT) FROM crm.contracts WHERE due_on >= $s AND due_on < $e;
-- kpi viral_spread
WITH firsts AS (
    SELECT topic_id, min(mentioned_at) AS first_at FROM crm.mentions GROUP BY 1
)
SELECT count(*)
FROM crm.mentions
JOIN firsts USING (topic_id)
WHERE first_at >= $s AND first_at < $e AND mentioned_at <= first_at + INTERVAL 7 DAYS;
-- kpi influence_level
SELECT avg(influence) FROM crm.social_authors
WHERE author_id IN (SELECT author_id FROM crm.mentions WHERE mentioned_at >= $s AND mentioned_at < $e);
-- kpi crm_adoption_rate
SELECT count(DISTINCT user_id) / (
    SELECT count(*) FROM crm.users
    WHERE licensed_on < $e AND (license_ended_on IS NULL OR license_ended_on > $s OR licensed_on >= $s)
)
FROM crm.user_activities WHERE happened_at >= $s AND happened_at < $e;
