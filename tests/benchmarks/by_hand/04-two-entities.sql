-- ask: revenue_per_lead by month
-- at most: 1.1
WITH sold AS (
    SELECT date_trunc('month', ordered_at)::DATE AS month, sum(amount) AS revenue FROM orders GROUP BY 1
), found AS (
    SELECT date_trunc('month', created_at)::DATE AS month, count(*) AS leads FROM leads GROUP BY 1
)
SELECT month, revenue / leads AS revenue_per_lead
FROM sold
FULL JOIN found USING (month)
ORDER BY 1
