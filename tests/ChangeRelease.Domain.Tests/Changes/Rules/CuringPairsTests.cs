using ChangeRelease.Domain.Foundation;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Changes.Rules;

/// <summary>Curing everything that is listed makes the command accepted; curing all but one leaves that one: a million pairs (S-3).</summary>
public sealed class CuringPairsTests(ITestOutputHelper output)
{
    private const int Pairs = 1_000_000;
    private const int Seed = 20_261_124;

    [Fact]
    public void Over_a_million_pairs_what_is_listed_is_what_is_wrong()
    {
        var random = new Random(Seed);
        var scenarios = Scenarios.All.Values.Select(scenario => new Repeated(scenario)).ToList();
        var (pairs, wrong) = (0, 0);
        while (pairs < Pairs)
        {
            var scenario = scenarios[random.Next(scenarios.Count)];
            var put = scenario.Faults.Where(_ => random.Next(3) == 0).ToList();
            pairs += scenario.Cured(put) + scenario.AllButOne(put);
            wrong += put.Count > 0 ? 1 : 0;
        }

        output.WriteLine(FormattableString.Invariant($"seed {Seed}: {pairs} pairs, {wrong} with faults, over {scenarios.Count} scenarios"));
        wrong.Should().BeGreaterThan(Pairs / 20);
    }

    /// <summary>One scenario, its good situation made once.</summary>
    private sealed class Repeated(Scenario scenario)
    {
        private readonly Situation _good = scenario.Good();

        public IReadOnlyList<Fault> Faults { get; } = scenario.Faults;

        public int Cured(List<Fault> put)
        {
            var (left, pairs) = (put.ToList(), 0);
            while (true)
            {
                var refusals = With(left).Decide().Refusals;
                pairs++;
                if (refusals.Count == 0)
                {
                    if (left.Count > 0)
                    {
                        left.Should().BeEmpty("{0}: what is wrong is refused", scenario.Name);
                    }

                    return pairs;
                }

                var judged = refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code).ToHashSet(StringComparer.Ordinal);
                if (left.RemoveAll(fault => judged.Remove(fault.Code)) == 0 || judged.Count > 0)
                {
                    judged.Should().BeEmpty("{0}: nothing is refused that is right, and something can be cured", scenario.Name);
                    throw new InvalidOperationException($"{scenario.Name}: nothing could be cured.");
                }
            }
        }

        public int AllButOne(List<Fault> put)
        {
            foreach (var fault in put)
            {
                var refusals = With([fault]).Decide().Refusals;
                if (refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code).Distinct(StringComparer.Ordinal).ToList() is not [var only] || only != fault.Code)
                {
                    refusals.Select(refusal => refusal.Code).Should().Equal(fault.Code);
                }
            }

            return put.Count;
        }

        private Situation With(List<Fault> put) => put.Aggregate(_good, (at, fault) => fault.Spoil(at));
    }
}
