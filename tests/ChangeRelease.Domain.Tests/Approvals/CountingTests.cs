using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using Xunit.Abstractions;
using static ChangeRelease.Domain.Tests.Approvals.Polling;

namespace ChangeRelease.Domain.Tests.Approvals;

/// <summary>The counting against a naive reader of the same policies.</summary>
public sealed class CountingTests(ITestOutputHelper output)
{
    private const int Worlds = 6_000;

    [Fact]
    public void Standing_and_missing_sets_are_those_that_trying_everything_finds()
    {
        var seen = new Dictionary<TallyStanding, int>();
        var several = 0;
        foreach (var seed in Enumerable.Range(0, Worlds))
        {
            var world = new PolicyWorlds(seed);
            var (directory, asks, contributors, approving) = (world.Directory(), world.Expression(), world.Some(8), world.Some(3));
            approving = approving.Except(contributors).ToValueList();
            var rejecting = world.Some(6).Except(approving).Except(contributors).ToValueList();
            var tally = Count(asks, directory, [.. rejecting.Select(person => No(person.Value)), .. approving.Select(person => Yes(person.Value))], Hands(string.Join(' ', contributors)));

            var open = PolicyWorlds.People.Except(contributors).Except(approving).Except(rejecting).ToList();
            var (standing, sets) = Expected(asks, directory, approving, rejecting, open);
            (tally.Standing, Told(tally.Missing())).Should().Be((standing, sets), "seed {0}: {1}", seed, asks);
            tally.Missing().IsCut.Should().BeFalse();
            seen[standing] = seen.GetValueOrDefault(standing) + 1;
            several += sets.Contains('|', StringComparison.Ordinal) ? 1 : 0;
        }

        output.WriteLine($"{string.Join(", ", seen)}; several missing sets: {several}");
        seen.Values.Should().HaveCount(3).And.OnlyContain(count => count > Worlds / 15);
        several.Should().BeGreaterThan(Worlds / 20);
    }

    [Fact]
    public void One_more_approval_never_takes_satisfaction_away()
    {
        var satisfied = 0;
        foreach (var seed in Enumerable.Range(0, Worlds))
        {
            var world = new PolicyWorlds(seed);
            var (directory, asks, votes) = (world.Directory(), world.Expression(), Voting(world, seed));
            if (!Count(asks, directory, votes).IsSatisfied)
            {
                continue;
            }

            satisfied++;
            foreach (var person in PolicyWorlds.People)
            {
                foreach (var seat in PolicyWorlds.People)
                {
                    var more = votes.With(Yes(person.Value) with { Chain = seat == person ? [] : [seat, person] });
                    Count(asks, directory, more).IsSatisfied.Should().BeTrue("seed {0}: {1}, {2} for {3}", seed, asks, person, seat);
                }
            }
        }

        satisfied.Should().BeGreaterThan(Worlds / 10);
    }

    private static ValueList<Vote> Voting(PolicyWorlds world, int seed)
    {
        var random = new Random(seed);
        return world.Some().Concat(world.Some()).Select(person => new Vote(person, (VoteChoice)random.Next(3), Content, Now, string.Empty)
        {
            Chain = random.Next(3) == 0 ? [PolicyWorlds.People[random.Next(5)], person] : [],
        }).ToValueList();
    }

    private static (TallyStanding Standing, string Sets) Expected(
        ApprovalExpression asks, DirectorySnapshot directory, ValueList<ActorId> approving, ValueList<ActorId> rejecting, List<ActorId> open)
    {
        var sets = Subsets(open).Where(set => new NaivePolicy(directory, [.. approving, .. set], rejecting).IsSatisfied(asks)).ToList();
        var least = sets.Where(set => !sets.Exists(other => other.Count < set.Count && other.TrueForAll(set.Contains)))
            .Select(set => string.Join(' ', set.Order()))
            .OrderBy(set => set.Length).ThenBy(set => set, StringComparer.Ordinal).ToList();
        return (sets.Exists(set => set.Count == 0) ? TallyStanding.Satisfied : sets.Count > 0 ? TallyStanding.Pending : TallyStanding.Unreachable, string.Join(" | ", least));
    }

    private static List<List<ActorId>> Subsets(List<ActorId> people) => people.Aggregate(
        new List<List<ActorId>> { new() }, (sets, person) => [.. sets, .. sets.Select(set => (List<ActorId>)[.. set, person])]);
}
