using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.History;
using QuickStart.Acts;
using QuickStart.Input;

namespace QuickStart.Journeys;

/// <summary>Plays the whole story, and collects what is told afterwards.</summary>
internal static class Play
{
    public static Task<Tale> RunAsync(Inputs inputs) => RunAsync(inputs, new InMemoryEventStore());

    public static async Task<Tale> RunAsync(Inputs inputs, IEventStore store)
    {
        var stage = new Stage(inputs, store);
        List<ReleaseLife> releases = [.. inputs.Changes.Releases.Select(plan => new ReleaseLife(stage, plan))];
        List<ChangeLife> changes = [.. inputs.Changes.Changes.Select(plan => new ChangeLife(stage, plan, releases.Find(release => release.Plan.Id == plan.Aboard)))];
        await new Timetable(stage.Clock).RunAsync([.. releases, .. changes]);
        var told = new List<ToldChange>();
        foreach (var life in changes)
        {
            told.Add(await TellAsync(stage, life));
        }

        var releasesTold = new List<ToldRelease>();
        foreach (var life in releases)
        {
            releasesTold.Add(await TellAsync(stage, life));
        }

        return new Tale(inputs, told, releasesTold) { Acts = [await LapsedPreApproval.PlayAsync()] };
    }

    private static async Task<ToldChange> TellAsync(Stage stage, ChangeLife life) => new(
        life.Story,
        await stage.Changes.FindAsync(life.Plan.Id),
        stage.Inputs.Calendar.Calendar,
        await HistoryAsync(stage.Changes.HistoryAsync(life.Plan.Id)));

    private static async Task<ToldRelease> TellAsync(Stage stage, ReleaseLife life) => new(
        life.Story,
        await stage.Releases.FindAsync(life.Plan.Id),
        await stage.Releases.NotesAsync(life.Plan.Id),
        await HistoryAsync(stage.Releases.HistoryAsync(life.Plan.Id)));

    private static async Task<IReadOnlyList<EventRecord>> HistoryAsync(IAsyncEnumerable<EventRecord> history)
    {
        var records = new List<EventRecord>();
        await foreach (var record in history)
        {
            records.Add(record);
        }

        return records;
    }
}
