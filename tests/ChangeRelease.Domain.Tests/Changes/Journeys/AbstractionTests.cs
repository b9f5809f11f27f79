using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Tests.Changes.Matrices;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Changes.Journeys;

/// <summary>What proofs believe about a table is what happens: every step of a journey is a step of the table, and so is what is remembered.</summary>
public sealed class AbstractionTests(ITestOutputHelper output)
{
    private const int Journeys = 600;
    private const int Steps = 30;

    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    [Fact]
    public void Every_step_and_every_memory_of_random_journeys_is_one_that_the_table_declares()
    {
        foreach (var model in Matrix.Of.Keys)
        {
            var chance = new Chance(29);
            for (var journey = 0; journey < Journeys; journey++)
            {
                Walk(new Traveler(model), chance);
            }
        }

        output.WriteLine($"seed 29: {string.Join(", ", _seen.Select(kind => $"{kind.Value} {kind.Key}"))}");
        _seen.Should().ContainKeys("step", "put aside", "amended aside", "led back", "left for another definition").And.OnlyContain(kind => kind.Value >= 30);
    }

    private void Walk(Traveler traveler, Chance chance)
    {
        for (var step = 0; step < Steps && traveler.State is not ("Closed" or "Canceled"); step++)
        {
            var (before, move) = (traveler.Change, chance.Step(traveler));
            if (traveler.Do(move).Events.Count > 0 && move.Command is not RetypeChange)
            {
                Check(before, move.Command.Trigger!, traveler.Change);
            }
        }
    }

    private void Check(ChangeRequest before, Trigger trigger, ChangeRequest after)
    {
        var row = Table(before.Model).Transitions.Single(row => row.From == before.Status && row.Trigger == trigger);
        var exit = after.Model == before.Model ? null : after.Model;
        var outcomes = row.Outcomes.Where(outcome => outcome.To == after.Status && outcome.Exit == exit).ToList();

        outcomes.Should().NotBeEmpty($"{before.Status} on {trigger} led to {after.Status}");
        Count(exit is null ? "step" : "left for another definition");
        if (row.Returns)
        {
            outcomes.Should().Contain(outcome => outcome.Origins.Contains(before.ResumesTo!));
            Count("led back");
        }

        if (after.Status == ChangeStates.OnHold && Table(after.Model).Transitions.FirstOrDefault(back => back.From == after.Status && back.Returns) is { } way)
        {
            Remembered(before, after, way, outcomes);
        }
    }

    private void Remembered(ChangeRequest before, ChangeRequest after, Transition way, List<Outcome> outcomes)
    {
        var stays = before.Status == after.Status && before.Model == after.Model;
        var believed = outcomes.SelectMany(outcome => outcome.ComesFrom).Append(stays ? before.ResumesTo! : before.Status).ToList();

        believed.Select(origin => Way(way, origin)).Should().Contain(Way(way, after.ResumesTo!));
        Way(way, after.ResumesTo!).Should().NotBeNull();
        Count(stays ? "amended aside" : "put aside");
    }

    private static Outcome? Way(Transition way, State origin) => way.Outcomes.SingleOrDefault(outcome => outcome.Origins.Contains(origin));

    private void Count(string kind) => _seen[kind] = _seen.GetValueOrDefault(kind) + 1;

    private static LifecycleDescription Table(LifecycleRef model) => ChangeModelCatalog.BuiltIn.Find(model)!.Lifecycle.Description;
}
