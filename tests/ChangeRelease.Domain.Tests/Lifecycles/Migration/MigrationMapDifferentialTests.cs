using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Lifecycles.Migration;

/// <summary>Maps over random tables against a naive check and a naive move (S-13).</summary>
public sealed class MigrationMapDifferentialTests
{
    private const int Cases = 2_500;

    [Fact]
    public void A_map_has_exactly_the_faults_that_walking_every_life_finds()
    {
        var (legal, seen) = (0, new Dictionary<string, int>(StringComparer.Ordinal));
        for (var seed = 0; seed < Cases; seed++)
        {
            var (before, after, draft, naive) = Sketch(new Random(seed));
            var expected = naive.Faults().ToHashSet(StringComparer.Ordinal);
            var found = FaultsOf(before, after, draft).ToHashSet(StringComparer.Ordinal);

            found.Should().BeEquivalentTo(expected, $"seed {seed}");
            legal += expected.Count == 0 ? 1 : 0;
            foreach (var code in expected.Select(fault => fault.Split(' ')[0]).Distinct())
            {
                seen[code] = seen.GetValueOrDefault(code) + 1;
            }
        }

        legal.Should().BeGreaterThan(Cases / 20);
        seen.Should().HaveCount(11).And.OnlyContain(code => code.Value > Cases / 50);
    }

    [Fact]
    public void A_dry_run_says_what_moving_each_subject_says_and_what_a_naive_move_does()
    {
        var (moved, refused) = (0L, 0L);
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var (before, after, draft, naive) = Sketch(random);
            if (naive.Faults().Any())
            {
                continue;
            }

            var map = MigrationMap.Between(before, after, draft);
            var subjects = Enumerable.Range(0, 40).Select(number => ($"X-{number}", Standing(random, before, after))).ToList();
            var told = new List<(string, MigrationVerdict)>();
            var report = map.DryRun(subjects, (subject, verdict) => told.Add((subject, verdict)));

            told.Should().Equal(subjects.Select(subject => (subject.Item1, map.Apply(subject.Item2))));
            told.Select(each => each.Item2.Standing).Should().Equal(subjects.Select(subject => Naive(naive, before, after, subject.Item2)), $"seed {seed}");
            report.Subjects.Should().Be(40);
            report.Moved.Should().Equal(map.Moves.Select(move => new MigrationCount(move, told.Zip(subjects).Count(pair => pair.First.Item2.IsPermitted && pair.Second.Item2.State == move.From))));
            report.Refused.Should().Equal(told.SelectMany(each => each.Item2.Refusals.Select(refusal => refusal.Code)).GroupBy(code => code).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => new RefusalCount(same.Key, same.Count())));
            report.Examples.Should().Equal(told.Where(each => !each.Item2.IsPermitted).Select(each => new MigrationExample(each.Item1, each.Item2.Refusals)));
            (moved, refused) = (moved + report.WouldMove, refused + report.WouldNotMove);
        }

        moved.Should().BeGreaterThan(1_000);
        refused.Should().BeGreaterThan(1_000);
    }

    private static (LifecycleDescription Before, LifecycleDescription After, Action<MigrationDraft> Draft, NaiveMap Naive) Sketch(Random random)
    {
        var seed = random.Next();
        var before = ScribbledTable.Write(new Random(seed), "old", 1);
        var after = ScribbledTable.Write(random.Next(3) > 0 ? new Random(seed) : random, "old", 2);
        if (random.Next(2) == 0)
        {
            after = Thinned(random, after);
        }

        var known = before.States.Concat(after.States).Distinct().ToArray();
        var said = Enumerable.Range(0, random.Next(3)).Select(_ => (From: known[random.Next(known.Length)], To: known[random.Next(known.Length)], IsRename: random.Next(3) == 0)).ToList();
        var keeps = random.Next(8) > 0;
        var excused = random.Next(3) == 0 ? [known[random.Next(known.Length)]] : Array.Empty<State>();
        var naive = new NaiveMap(before, after, said, keeps, keeps || said.Count > 0 ? excused : []);
        return (before, after, map => Write(map, said, keeps, excused), naive);
    }

    private static void Write(MigrationDraft map, List<(State From, State To, bool IsRename)> said, bool keeps, State[] excused)
    {
        foreach (var (from, to, isRename) in said)
        {
            (isRename ? map.Rename(from, to) : map.Move(from, to)).AsIfPast(excused);
        }

        if (keeps)
        {
            map.KeepTheRest().AsIfPast(excused);
        }
    }

    // A row less makes gates of states that could be gone round before.
    private static LifecycleDescription Thinned(Random random, LifecycleDescription table)
    {
        var rows = table.Transitions.ToList();
        rows.RemoveAt(random.Next(rows.Count));
        return table with { Transitions = rows.ToValueList() };
    }

    private static IEnumerable<string> FaultsOf(LifecycleDescription before, LifecycleDescription after, Action<MigrationDraft> draft)
    {
        try
        {
            MigrationMap.Between(before, after, draft);
            return [];
        }
        catch (MigrationMapException wrong)
        {
            return wrong.Faults.Select(fault => fault.Code == "lifecycle.migration.gate-passed"
                ? $"{fault.Code} at {fault.Place}: {fault.Message.Split("nobody reaches without passing ")[1].Split(',')[0]}"
                : $"{fault.Code} at {fault.Place}");
        }
    }

    private static Standing Standing(Random random, LifecycleDescription before, LifecycleDescription after)
    {
        var states = before.States.Concat(random.Next(4) == 0 ? after.States : []).ToArray();
        var definition = random.Next(10) switch { 0 => after.ToReference(), 1 => before.ToReference() with { Version = 7 }, _ => before.ToReference() };
        return new Standing(definition, states[random.Next(states.Length)], random.Next(100)) { Origin = random.Next(3) == 0 ? null : states[random.Next(states.Length)] };
    }

    private static Standing? Naive(NaiveMap naive, LifecycleDescription before, LifecycleDescription after, Standing standing)
    {
        if (standing.Definition != before.ToReference() || !before.States.Contains(standing.State) || (standing.Origin is { } origin && !before.States.Contains(origin)))
        {
            return null;
        }

        var to = naive.Target(standing.State)!;
        var came = standing.Origin is null ? null : naive.Target(standing.Origin);
        var back = after.Transitions.Where(row => row.From == to && row.Outcomes.Any(outcome => outcome.Origins.Count > 0)).ToList();
        return back.TrueForAll(row => came is not null && row.Outcomes.Any(outcome => outcome.Origins.Contains(came)))
            ? new Standing(after.ToReference(), to, standing.Version) { Origin = back.Count > 0 || to.Phase.Order is null ? came : null }
            : null;
    }
}
