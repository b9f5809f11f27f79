using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;

namespace VendorWorkflow;

/// <summary>Chapter four: many changes are opened under version 1 and go different ways.</summary>
internal static class Life
{
    public static async Task<bool> TellAsync(TextWriter to, Fleet fleet)
    {
        Tour.Title(to, FormattableString.Invariant($"4. {fleet.Size:N0} changes under version 1"));
        var desk = fleet.Yesterday;
        var states = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (id, number) in fleet.Names.Select((id, number) => (id, number)))
        {
            var change = await LiveAsync(fleet, desk, id, number % 20);
            states[change.Status.Name] = states.GetValueOrDefault(change.Status.Name) + 1;
        }

        to.WriteLine(Tour.SetIn(string.Join('\n', states.Select(state => FormattableString.Invariant($"{state.Value,5} {state.Key}")))));
        return await AskAsync(to, fleet, desk, new ChangeId("DB-11")) && states.Values.Sum() == fleet.Size;
    }

    private static async Task<ChangeRequest> LiveAsync(Fleet fleet, ChangeDesk desk, ChangeId id, int fate)
    {
        var change = await fleet.DoAsync(desk, id, new OpenChange(id, MigrationModels.Id, Fleet.Content(id)), Fleet.Rita);
        foreach (var (command, actor) in Steps(fate))
        {
            change = await fleet.DoAsync(desk, id, command, actor);
        }

        return change;
    }

    private static (ChangeCommand Command, Actor Actor)[] Steps(int fate)
    {
        var way = new (ChangeCommand, Actor)[]
        {
            (new SubmitChange(), Fleet.Rita),
            (new AssessChange(Grade.Medium, Grade.Low, "as every quarter", []), Fleet.Asa),
            (new ActOnChange(DatabaseWords.Clear, Arguments.Of(DatabaseWords.Finding, "indexes are fine")), Fleet.Dan),
        };
        return fate switch
        {
            < 8 => [],
            < 10 => way[..1],
            < 14 => way[..2],
            < 16 => [.. way[..2], (new HoldChange("the server is late"), Fleet.Rita)],
            < 19 => way,
            _ => [(new CancelChange("the server stays"), Fleet.Rita)],
        };
    }

    private static async Task<bool> AskAsync(TextWriter to, Fleet fleet, ChangeDesk desk, ChangeId id)
    {
        to.WriteLine($"\n  What may {Fleet.Rita} do with {id} now, and why not the rest?\n");
        var prospects = (await desk.AskAsync(id, Fleet.Rita))!;
        to.WriteLine(Tour.SetIn(Tour.SetIn(prospects)));
        to.WriteLine($"\n  {Fleet.Rita} tries to clear it all the same, and says nothing of what was found:\n");
        var refused = await fleet.TryAsync(desk, id, new ActOnChange(DatabaseWords.Clear), Fleet.Rita);
        to.WriteLine(Tour.SetIn(Tour.SetIn(string.Join('\n', refused.Refusals))));
        return refused.Refusals.Count > 0 && prospects.For(DatabaseWords.Clear) is { IsAvailable: false };
    }
}
