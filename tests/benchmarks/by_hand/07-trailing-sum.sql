-- ask: trailing(revenue, 2 months) as revenue_2_months by day for last 24 months
-- at most: 1.3
WITH daily AS (
    SELECT ordered_at::DATE AS day, sum(amount) AS revenue
    FROM orders
    WHERE ordered_at >= '2022-11-02' AND ordered_at < '2025-01-01'
    GROUP BY 1
)
SELECT last_day.day, sum(daily.revenue) AS revenue_2_months
FROM daily AS last_day
JOIN daily ON daily.day <= last_day.day AND daily.day >= last_day.day + 1 - INTERVAL '2' MONTH
WHERE last_day.day >= '2023-01-01'
GROUP BY 1
ORDER BY 1
