-- ask: running(revenue) as revenue_so_far by day for last 24 months
-- at most: 1.3
WITH daily AS (
    SELECT ordered_at::DATE AS day, sum(amount) AS revenue
    FROM orders
    WHERE ordered_at < '2025-01-01'
    GROUP BY 1
), so_far AS (
    SELECT day, sum(revenue) OVER (ORDER BY day) AS revenue_so_far
    FROM daily
)
SELECT day, revenue_so_far
FROM so_far
WHERE day >= '2023-01-01'
ORDER BY 1
