using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace VendorWorkflow;

/// <summary>Chapter five: version 2 comes, first as a dry run, then for everybody.</summary>
internal static class Upgrade
{
    private static readonly MigrateChange ToSecond = new(MigrationModels.Id, Version: 2, "Rehearsals are asked for from now on");

    public static async Task<bool> TellAsync(TextWriter to, Fleet fleet)
    {
        Tour.Title(to, "5. Version 2 asks for a rehearsal");
        to.WriteLine(Tour.SetIn(MigrationModels.ToSecond.Diff));
        to.WriteLine("\n  A dry run over all of them, nothing is written:\n");
        var report = MigrationModels.ToSecond.DryRun(await StandingsAsync(fleet));
        to.WriteLine(Tour.SetIn(report));
        to.WriteLine();
        var moved = await MigrateAsync(to, fleet);
        var isAsForetold = moved == report.WouldMove && report.WouldNotMove == 0;
        to.WriteLine(FormattableString.Invariant($"  {moved} changes were moved, each by an event of its own; as foretold: {isAsForetold}"));
        return isAsForetold && await GoOnAsync(to, fleet, new ChangeId("DB-15"));
    }

    private static async Task<List<(string Subject, Standing Standing)>> StandingsAsync(Fleet fleet)
    {
        var (desk, standings) = (fleet.Today, new List<(string, Standing)>());
        foreach (var id in fleet.Names)
        {
            standings.Add((id.Value, (await desk.FindAsync(id))!.Standing));
        }

        return standings;
    }

    private static async Task<int> MigrateAsync(TextWriter to, Fleet fleet)
    {
        var desk = fleet.Today;
        var byRita = await fleet.TryAsync(desk, new ChangeId("DB-1"), ToSecond, Fleet.Rita);
        to.WriteLine($"  By {Fleet.Rita}, who opened them:\n{Tour.SetIn(Tour.SetIn(string.Join('\n', byRita.Refusals)))}\n");
        var moved = 0;
        foreach (var id in fleet.Names)
        {
            moved += (await fleet.DoAsync(desk, id, ToSecond, Fleet.Olga)).Model == MigrationModels.Second.Lifecycle.Reference ? 1 : 0;
        }

        return moved;
    }

    // Who was put aside under version 1 goes on under version 2, where it was.
    private static async Task<bool> GoOnAsync(TextWriter to, Fleet fleet, ChangeId id)
    {
        var held = (await fleet.Today.FindAsync(id))!;
        var resumed = await fleet.DoAsync(fleet.Today, id, new ResumeChange(), Fleet.Rita);
        to.WriteLine($"  {id} was {held.Status} under version 1, and is resumed under version {resumed.Model.Version} to {resumed.Status}.");
        return resumed.Status == DatabaseWords.DbaReview && resumed.Model.Version == 2;
    }
}
