using System.Text;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Lifecycles.Documents;

/// <summary>A short document cannot ask for much work.</summary>
public sealed class DerivationLimitTests
{
    [Fact]
    public void A_state_that_shares_with_itself_or_with_others_in_turn_does_not_grow_without_end()
    {
        static string Insert(int number, string with) => $$"""{ "state": "S{{number}}", "phase": "Preparation", "from": "Draft", "to": "Checking", "shares": { "with": "{{with}}" } }""";
        var chain = Enumerable.Range(0, 80).Select(turn => Insert(turn / 20, turn % 2 == 0 ? $"S{turn / 20}" : $"S{Math.Max(0, (turn / 20) - 1)}"));

        var reading = DerivationSpecimen.Read(DerivationSpecimen.With("\"insert\": [", $"\"insert\": [{Insert(0, "Checking")},{string.Join(',', chain)},"));

        reading.Faults.Select(fault => fault.Code).Should().Contain("lifecycle.derivation.shared-twice");
    }

    [Fact]
    public void Rows_are_counted_for_each_of_their_states()
    {
        var names = string.Join(",", Enumerable.Repeat("\"Draft\"", 999));
        var rows = string.Concat(Enumerable.Repeat($"{{ \"from\": [{names}], \"on\": \"Pass\", \"stay\": true }},", 11));

        Told(DerivationSpecimen.With("\"transitions\": [", $"\"transitions\": [{rows}")).Should().Equal("lifecycle.document.too-many-items at $.transitions");
    }

    [Fact]
    public void Requirements_do_not_pile_up_on_a_row()
    {
        static string Asks(int turn) => $$"""{ "on": "Hold", "from": ["Draft", "Checking"], "needs": [{{string.Join(',', Enumerable.Range(turn * 30, 30).Select(days => $$"""{ "code": "trial.lead.short", "with": { "days": {{days}} } }"""))}}] }""";

        Told(DerivationSpecimen.With("\"require\": [", $"\"require\": [{Asks(0)},{Asks(1)},")).Should().BeEmpty();
        Told(DerivationSpecimen.With("\"require\": [", $"\"require\": [{Asks(0)},{Asks(1)},{Asks(2)},{Asks(3)},")).Should().Equal(
            "lifecycle.requirement.too-many at $.require[2].needs", "lifecycle.requirement.too-many at $.require[2].needs",
            "lifecycle.requirement.too-many at $.require[3].needs", "lifecycle.requirement.too-many at $.require[3].needs");
    }

    [Fact]
    public void Long_lists_of_states_are_read_without_looking_at_the_table_for_each()
    {
        var names = string.Join(",", Enumerable.Repeat("\"Draft\",\"Checking\"", 500));
        var asks = string.Join(',', Enumerable.Repeat($"{{ \"on\": \"Hold\", \"from\": [{names}], \"needs\": [\"trial.requirement.r0\"] }}", 60));

        Told(DerivationSpecimen.With("\"require\": [", $"\"require\": [{asks},")).Should().HaveCount(201).And.OnlyContain(fault =>
            fault.StartsWith("lifecycle.requirement.too-many at $.require[0]", StringComparison.Ordinal) || fault == "lifecycle.document.and-more at $");
    }

    [Fact]
    public void A_host_sets_limits_of_its_own()
    {
        var limits = DerivationDocument.OrdinaryLimits;
        (limits.MostOf("insert"), limits.MostOf("require"), limits.MostOf("forbid"), limits.MostOf("transitions"), limits.MostOf("on")).Should().Be((256, 1_000, 1_000, 10_000, 256));

        Spoiling.Told(DerivationSpecimen.Read(Encoding.UTF8.GetBytes(DerivationSpecimen.Text), limits.AtMost("insert", 1))).Should().Equal("lifecycle.document.too-many-items at $.insert");
        Spoiling.Told(DerivationDocument.Read(new string(' ', (1 << 20) + 1), DerivationSpecimen.Words)).Should().Equal("lifecycle.document.too-large at $");
        FluentActions.Invoking(() => DerivationDocument.Read<Trial>(DerivationSpecimen.Text, null!)).Should().Throw<ArgumentNullException>();
    }

    // The ways back keep for whom else they are counted.
    [Fact]
    public void A_way_back_keeps_what_a_subject_counts_as_having_come_from()
    {
        var parent = Lifecycle.Define<Trial>("ways", 1, table => table
            .StartsIn(Lifecycles.Words.Draft)
            .In(Lifecycles.Words.Draft).On(Lifecycles.Words.Submit).GoTo(Lifecycles.Words.Closed)
            .SideDoor(Lifecycles.Words.Hold).From(Lifecycles.Words.Draft).GoTo(Lifecycles.Words.Held)
            .SideDoor(Lifecycles.Words.Resume).From(Lifecycles.Words.Held).Return(DerivationSpecimen.HeldFrom, Way.BackTo(Lifecycles.Words.Draft)).ComesFrom(Lifecycles.Words.Held)
            .EndsIn(Lifecycles.Words.Closed));

        var derived = DerivationDocument.Read("""{ "format": "change-release/derivation/1", "id": "ways", "version": 2, "derives": { "id": "ways", "version": 1 } }""", DerivationSpecimen.Words.With(parent)).OrThrow();

        derived.Description.Transitions.Should().Equal(parent.Description.Transitions);
    }

    private static IEnumerable<string> Told(string document) => Spoiling.Told(DerivationSpecimen.Read(document));
}
