-- ask: revenue_of_a_customer by month
-- at most: 1.2
WITH by_customer AS (
    SELECT date_trunc('month', ordered_at)::DATE AS month, customer_id, sum(amount) AS revenue
    FROM orders
    WHERE customer_id IS NOT NULL
    GROUP BY 1, 2
)
SELECT month, avg(revenue) AS revenue_of_a_customer
FROM by_customer
GROUP BY 1
ORDER BY 1
