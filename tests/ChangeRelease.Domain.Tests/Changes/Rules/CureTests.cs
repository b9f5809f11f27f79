using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Tests.Changes.Rules;

/// <summary>Refusals are complete, and curing them is enough (S-3).</summary>
public sealed class CureTests
{
    private const int Samples = 100;

    public static IEnumerable<object[]> Names => Scenarios.All.Keys.Select(name => new object[] { name });

    [Theory]
    [MemberData(nameof(Names))]
    public void Without_a_fault_the_command_is_accepted(string name) => Scenarios.All[name].Good().Decide().Refusals.Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public void Curing_all_but_one_leaves_exactly_that_one(string name) =>
        Scenarios.All[name].Faults.Should().NotBeEmpty().And.AllSatisfy(fault =>
            Judged(Scenarios.All[name].With([fault]).Decide()).Distinct().Should().Equal(fault.Code));

    [Theory]
    [MemberData(nameof(Names))]
    public void Curing_every_judged_reason_again_and_again_makes_the_command_accepted(string name)
    {
        var (scenario, random) = (Scenarios.All[name], new Random(7));
        for (var sample = 0; sample < Samples; sample++)
        {
            var left = scenario.Faults.Where(_ => random.Next(2) == 0).ToHashSet();
            for (var decision = scenario.With(left).Decide(); decision.Refusals.Count > 0; decision = scenario.With(left).Decide())
            {
                var judged = Judged(decision);
                judged.Should().NotBeEmpty("something can always be cured");
                judged.Should().BeSubsetOf(left.Select(fault => fault.Code), "nothing is refused that is right");
                decision.Refusals.Where(refusal => refusal.IsUnjudged).SelectMany(refusal => refusal.WaitsFor).Should().BeSubsetOf(decision.Refusals.Select(refusal => refusal.Code));
                left.RemoveWhere(fault => judged.Contains(fault.Code));
            }

            left.Should().BeEmpty("what is wrong is refused");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_judged_refusal_says_why_and_names_a_cure(string name) =>
        Scenarios.All[name].Faults.SelectMany(fault => Scenarios.All[name].With([fault]).Decide().Refusals).Where(refusal => !refusal.IsUnjudged).Should().NotBeEmpty().And.AllSatisfy(refusal =>
        {
            refusal.Explanation.Should().NotBeNullOrWhiteSpace();
            refusal.Rule.Should().EndWith(".");
            (refusal.Remedies.Count > 0 || refusal.Earliest is not null).Should().BeTrue($"{refusal.Code} can be cured");
        });

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_question_has_the_same_answer_twice(string name)
    {
        var random = new Random(11);
        for (var sample = 0; sample < 20; sample++)
        {
            var situation = Scenarios.All[name].With(Scenarios.All[name].Faults.Where(_ => random.Next(3) == 0));
            var (first, second) = (situation.Decide(), situation.Decide());

            second.Refusals.Should().Equal(first.Refusals);
            second.Events.Should().Equal(first.Events);
        }
    }

    [Fact]
    public void Every_code_of_every_requirement_is_produced_by_a_scenario()
    {
        var codes = BuiltInNeeds.All.Select(requirement => requirement.Code).ToHashSet(StringComparer.Ordinal);

        codes.Should().HaveCountGreaterThan(80);
        codes.Except(Scenarios.All.Values.SelectMany(scenario => scenario.Faults).Select(fault => fault.Code)).Should().BeEmpty();
    }

    private static List<string> Judged(Decision<ChangeEvent> decision) =>
        decision.Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code).ToList();
}
