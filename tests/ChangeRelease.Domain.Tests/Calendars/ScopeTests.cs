using ChangeRelease.Domain.Calendars;

namespace ChangeRelease.Domain.Tests.Calendars;

public sealed class ScopeTests
{
    private static readonly Scope _payments = Scope.Service(Given.Payments.Service);
    private static readonly Scope _ledger = Scope.Service(Given.Ledger.Service);
    private static readonly Scope _production = Scope.Environment(Given.Payments.Environment);

    [Fact]
    public void A_scope_is_about_what_it_says()
    {
        //              scope                                            payments  ledger    payments
        //                                                               prod.     prod.     test
        Expect(Scope.Everything, /*                                   */ true, /**/ true, /**/ true);
        Expect(_payments, /*                                          */ true, /**/ false, /**/ true);
        Expect(_production, /*                                        */ true, /**/ true, /**/ false);
        Expect(Scope.AnyOf(_payments, _ledger), /*                    */ true, /**/ true, /**/ true);
        Expect(Scope.AllOf(_payments, _production), /*                */ true, /**/ false, /**/ false);
        Expect(Scope.AllOf(_payments, _ledger), /*                    */ false, /**/ false, /**/ false);
        Expect(Scope.AllOf(Scope.AnyOf(_payments, _ledger), _production), true, /**/ true, /**/ false);
        Expect(Scope.AnyOf(), /*                                      */ false, /**/ false, /**/ false);
        Expect(Scope.AllOf(), /*                                      */ false, /**/ false, /**/ false);
    }

    [Fact]
    public void Covering_is_claimed_only_when_certain()
    {
        Scope[] scopes =
        [
            Scope.Everything, _payments, _ledger, _production, Scope.AnyOf(_payments, _ledger), Scope.AllOf(_payments, _production),
            Scope.AllOf(Scope.AnyOf(_payments, _ledger), _production), Scope.AnyOf(Scope.AllOf(_ledger, _production), _payments), Scope.AnyOf(), Scope.AllOf(),
        ];
        Target[] targets = [Given.Payments, Given.Ledger, Given.PaymentsTest];

        foreach (var (wide, narrow) in scopes.SelectMany(wide => scopes.Select(narrow => (wide, narrow))).Where(pair => pair.wide.Covers(pair.narrow)))
        {
            targets.Where(narrow.Matches).All(wide.Matches).Should().BeTrue("{0} claims to cover {1}", wide, narrow);
        }

        scopes.Should().OnlyContain(scope => Scope.Everything.Covers(scope) && scope.Covers(scope));
    }

    [Fact]
    public void A_scope_reads_aloud() => Scope.AllOf(Scope.AnyOf(_payments, _ledger), _production).ToString()
        .Should().Be("all of (any of (service payments, service ledger), environment production)");

    [Fact]
    public void Scopes_with_the_same_parts_are_equal() =>
        Scope.AnyOf(_payments, _ledger).Should().Be(Scope.AnyOf(Scope.Service(new("payments")), Scope.Service(new("ledger"))));

    private static void Expect(Scope scope, params bool[] matches) =>
        new[] { Given.Payments, Given.Ledger, Given.PaymentsTest }.Select(scope.Matches).Should().Equal(matches);
}
