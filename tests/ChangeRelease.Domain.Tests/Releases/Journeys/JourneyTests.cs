using System.Collections.Concurrent;
using ChangeRelease.Domain.Tests.Releases.Matrices;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Releases.Journeys;

/// <summary>A million commands on releases, as journeys from a printed seed.</summary>
public sealed class JourneyTests(ITestOutputHelper output)
{
    private const int Seed = 20_261_102;
    private const int Commands = 1_000_000;
    private const int FloorOfEachCell = 1_000;

    [Fact]
    public void A_million_commands_keep_to_the_matrix_and_never_deploy_what_was_not_tested_and_let_go()
    {
        var (journeys, commands, refused, deployed) = (0, 0L, 0L, 0);
        var taken = new ConcurrentDictionary<ReleaseMatrix.Cell, int>();
        Parallel.ForEach(Seeds(), (seed, loop) =>
        {
            var wanderer = new Wanderer(seed).Travel();
            foreach (var (cell, times) in wanderer.Taken)
            {
                taken.AddOrUpdate(cell, times, (_, before) => before + times);
            }

            Interlocked.Increment(ref journeys);
            Interlocked.Add(ref refused, wanderer.Refused);
            Interlocked.Add(ref deployed, wanderer.HasDeployed ? 1 : 0);
            if (Interlocked.Add(ref commands, wanderer.Commands) >= Commands)
            {
                loop.Stop();
            }
        });
        output.WriteLine(FormattableString.Invariant($"seed {Seed}: {commands} commands in {journeys} journeys, {refused} refused, {deployed} journeys deployed"));
        output.WriteLine(string.Join('\n', taken.OrderBy(pair => pair.Value).Select(pair => FormattableString.Invariant($"{pair.Value,8} {pair.Key}"))));

        commands.Should().BeGreaterThanOrEqualTo(Commands);
        deployed.Should().BeGreaterThanOrEqualTo(journeys / 5);
        refused.Should().BeGreaterThan(Commands / 20);
        taken.Keys.Should().BeEquivalentTo(ReleaseMatrix.Cells.Where(cell => cell.To is not null));
        taken.Should().OnlyContain(pair => pair.Value >= FloorOfEachCell);
    }

    private static IEnumerable<int> Seeds() => Enumerable.Range(Seed, Commands);
}
