-- ask: subscribed by month for last 24 months
-- at most: 1.1
WITH steps AS (
    SELECT greatest(date_trunc('month', started_on)::DATE + INTERVAL '1' MONTH, DATE '2023-01-01') AS month, count(*) AS step
    FROM subscriptions WHERE started_on < '2024-12-01' GROUP BY 1
    UNION ALL
    SELECT greatest(date_trunc('month', ended_on)::DATE + INTERVAL '1' MONTH, DATE '2023-01-01'), -count(*)
    FROM subscriptions WHERE ended_on < '2024-12-01' GROUP BY 1
)
SELECT month::DATE AS month, sum(sum(step)) OVER (ORDER BY month) AS subscribed
FROM steps
GROUP BY month
ORDER BY 1
