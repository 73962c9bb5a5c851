import Testing

@Suite("The reader of updates")
struct UpdateTests {
  /// Two params, one of which bears the name of a symbol of the algorithm.
  private static let page = """
        optimizer o: adam  η = 0.1       β1 = 0.9     β2 = 0.999   ε = 1e-8
        param   w = 0.5   v = 2

        All derivatives first:
          ∂L/∂w = −1.80000   ∂L/∂v = 0.5

        Then all changes, step 2 of o, which is adam:
          η = 0.1   β1 = 0.9   β2 = 0.999   ε = 1e-8   t = 2

          g = ∂L/∂w
          m ← β1·m + (1 − β1)·g
          v ← β2·v + (1 − β2)·g²
          m̂ = m/(1 − β1^t)
          v̂ = v/(1 − β2^t)
          w ← w − η·m̂/(√(v̂) + ε)

          w in full:
            w = 0.5   g = −1.80000   m = −0.2   v = 0.004
            m ← β1·m + (1 − β1)·g
              = 0.9·(−0.2) + (1 − 0.9)·(−1.80000)
              = −0.18 + (−0.18000)
              = −0.36000
            v ← β2·v + (1 − β2)·g²
              = 0.999·0.004 + (1 − 0.999)·(−1.80000)²
              = 0.00400 + 0.00324
              = 0.00724
            m̂ = m/(1 − β1^t)
              = −0.36000/(1 − 0.9²)
              = −0.36000/(1 − 0.81)
              = −1.89474
            v̂ = v/(1 − β2^t)
              = 0.007236/(1 − 0.999²)
              = 0.007236/(1 − 0.998001)
              = 3.61981
            w ← w − η·m̂/(√(v̂) + ε)
              = 0.5 − 0.1·(−1.89474)/(√(3.61981) + 1e-8)
              = 0.5 − 0.1·(−1.89474)/(1.90258 + 1e-8)
              = 0.5 − (−0.09959)
              = 0.59959

          param   before    derivative   m          v         change    after
          w       0.5       −1.80000     −0.36000   0.00724   0.09959   0.59959
          v       2          0.5          0.06      0.00034   −0.07657   1.92343

        Training 2 params to reduce mean(L over xor) with o, which is adam, 20 epochs
          of 4 rows in batches of 2, shuffled:
          η = 0.1   β1 = 0.9   β2 = 0.999   ε = 1e-8

          epoch   loss      validation   w         largest |derivative|
          1       0.00378   0.00401      0.59959   0.00265
          2       0.00377   0.00402      0.5       0.00264

        stopped after epoch 2, because L < 0.004
        the params are those of epoch 1, the best on held_out
    """

  @Test func `finds nothing wrong with an algorithm that is worked out`() {
    let reading = Reading(Page(Self.page))
    #expect(reading.faults.map(\.description) == [])
    #expect(reading.tally.tables == 2 && reading.tally.rows == 4)
    // The lines of numbers of each quantity, and of each row that its change makes the number after it.
    #expect(reading.tally.equalities >= 2 + 2 + 2 + 2 + 3 + 2)
    #expect(reading.tally.substitutions == 4 + 4 + 3 + 3 + 5)
  }

  @Test(arguments: [
    ("= 0.9·(−0.2) + (1 − 0.9)·(−1.80000)", "= 0.9·(−0.3) + (1 − 0.9)·(−1.80000)"),
    ("m = −0.2", "m = −0.3"),
    ("(√(3.61981) + 1e-8)", "(√(3.71981) + 1e-8)"),
    ("t = 2", "t = 3"),
    ("0.09959   0.59959", "0.09959   0.58959"),
    ("−0.07657   1.92343", "−0.07657   1.92243"),
    ("1       0.00378", "1       loss   "),
    ("because L", "for L"),
  ])
  func `notices a turned number`(right: String, wrong: String) {
    let page = Self.page.replacing(right, with: wrong)
    #expect(page != Self.page)
    #expect(!Reading(Page(page)).faults.isEmpty)
  }
}
