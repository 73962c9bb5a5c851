import Testing

@testable import Rendering

@Suite struct PaceTests {
  @Test(arguments: [
    ("w5*out_h1 + b2", "x*x + x"), ("0.5*2 + x1", "0*0 + x"), ("sigmoid(z1) - 1e-08", "sigmoid(x) - 0-0"),
    ("∂E_total/∂w5*.5", "∂x/∂x*0"), ("_a(x)^2", "_a(x)^0"), ("_a", "0"), ("", ""), ("h[1,2]", "x[0,0]"),
  ])
  func `equations are of one kind whatever their values are called`(text: String, kind: String) {
    #expect(text.withoutNames == kind)
    // The same with a letter that is no ASCII.
    #expect((text + " + é").withoutNames == kind + " + x")
  }
}
