/// A lesson with one of everything that a reader can come to.
public let smallLesson = """
  ---
  title: A small lesson
  decimals: 4
  ---

  # A small lesson

  One paragraph.

  ```calc
  input x = 2
  param w = 0.5
  const c = 3
  ```

  ## Forward

  ```calc
  y = w*x + c
  E = (y - 1)^2
  ```

  ```ask
  How large is ∂E/∂w, to 1 decimal?
  answer: ∂E/∂w
  digits: 1
  hint: E grows with the square.
  hint: y grows by x.
  mistake: ∂E/∂x -- that is by x
  because: 2·3·2 = 12
  ```

  ## Choose

  ```ask
  Which way does w move?
  - [x] down
  - [ ] up -- that is uphill
  ```

  ## Change

  ```calc
  w <- w - 0.1*∂E/∂w
  forward
  ```

  The end.

  """
