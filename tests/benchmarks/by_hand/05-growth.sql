-- ask: growth(revenue, 1 month) as growth by month for last 24 months
-- at most: 1.1
WITH monthly AS (
    SELECT date_trunc('month', ordered_at)::DATE AS month, sum(amount) AS revenue
    FROM orders
    WHERE ordered_at >= '2022-12-01' AND ordered_at < '2025-01-01'
    GROUP BY 1
), beside AS (
    SELECT month, revenue, lag(revenue) OVER (ORDER BY month) AS before
    FROM monthly
)
SELECT month, (revenue - before) / abs(before) AS growth
FROM beside
WHERE month >= '2023-01-01'
ORDER BY 1
