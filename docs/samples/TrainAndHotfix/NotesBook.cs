using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;

namespace TrainAndHotfix;

/// <summary>The release notes of what left: which releases those are, the train says; what they carry, their histories; and the rest is in the commits.</summary>
internal static class NotesBook
{
    public static async Task<IReadOnlyList<NotesTold>> OfWhatLeftAsync(Desks desks)
    {
        var told = new List<NotesTold>();
        foreach (var release in await LeftAsync(desks))
        {
            var notes = (await desks.Releases.NotesAsync(release))! with { Notes = [.. Commits(release).Select(commit => ReleaseNote.Of(commit.Hash, commit.Message))], KnownErrors = Errors(release) };
            var isOut = notes.State == ReleaseStates.Completed.Name;
            told.Add(new NotesTold(release.Value, isOut ? notes.ToMarkdown(NotesAudience.External) : null, notes.ToMarkdown()));
        }

        return told;
    }

    private static async Task<IEnumerable<ReleaseId>> LeftAsync(Desks desks)
    {
        var train = (await desks.Trains.FindAsync(Journey.Weekly))!;
        var aboard = train.Departures
            .Where(departure => departure.Stage == TrainDepartureStage.Departed)
            .SelectMany(departure => departure.Manifest)
            .Where(booking => booking.Passenger.Kind == TrainPassengerKind.Release)
            .Select(booking => new ReleaseId(booking.Passenger.Id));
        return aboard.Concat(train.Hotfixes.Select(hotfix => hotfix.Release));
    }

    private static IEnumerable<(string Hash, string Message)> Commits(ReleaseId release) => release.Value switch
    {
        "REL-41" =>
        [
            ("5114f85", "feat(checkout): pay by bank transfer"),
            ("676104e", "perf(checkout): remember the last address"),
            ("0badcab", "chore: raise the build image"),
        ],
        "REL-42" => [("a215868", "feat(search): forgive two typos"), ("c0ffee1", "refactor(search)!: one index for each region\n\nBREAKING CHANGE: filters by warehouse are gone")],
        _ => [("dead10c", "fix(checkout): take cards without an address line again\n\nRefs: INC-9")],
    };

    private static ValueList<KnownError> Errors(ReleaseId release) =>
        release == Cargo.Shop41 ? [new KnownError("PRB-7", "Receipts of transfers come a day late", "Look into the account")] : [];
}
