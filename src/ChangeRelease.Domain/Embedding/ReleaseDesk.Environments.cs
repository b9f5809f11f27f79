using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Embedding;

/// <content>Places in the environments' own ledgers, for releases whose model asks for them (S-51).</content>
public sealed partial class ReleaseDesk
{
    private protected override async ValueTask<Surroundings> LookFurtherAsync(
        ReleaseId id, Release? subject, ReleaseCommand? command, Surroundings around, bool isAct, CancellationToken cancellation)
    {
        var held = new List<HeldEnvironment>();
        foreach (var environment in BookedBy(subject, command))
        {
            var (ledger, claim) = (LedgerKey.Of(environment), ClaimIn(environment, subject!));
            var page = isAct
                ? await Office.SettleAsync(ledger, claim, around.Stamp, cancellation).ConfigureAwait(false)
                : await Office.PreviewAsync(ledger, claim, around.Stamp, cancellation).ConfigureAwait(false);
            held.Add(new HeldEnvironment(environment, page, claim, command is not null && AsksForSlots(command)));
        }

        return around with { Environments = held.ToValueList() };
    }

    private protected override async ValueTask<bool> PrepareAsync(Surroundings around, Outcome<Release, ReleaseEvent> outcome, CancellationToken cancellation)
    {
        foreach (var held in around.Environments)
        {
            var after = ClaimIn(held.Environment, outcome.Subject!);
            if (held.Takes(after, around.Stamp.At) && !await Office.HoldAsync(LedgerKey.Of(held.Environment), held.Ledger, after, around.Stamp, cancellation).ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;
    }

    private protected override async ValueTask<Outcome<Release, ReleaseEvent>> FinishAsync(
        Release? before, Surroundings around, Outcome<Release, ReleaseEvent> outcome, CancellationToken cancellation)
    {
        foreach (var held in around.Environments)
        {
            var after = ClaimIn(held.Environment, outcome.Subject!);
            if (held.Moves(after))
            {
                await Office.SettleAsync(LedgerKey.Of(held.Environment), after, around.Stamp, cancellation).ConfigureAwait(false);
            }
        }

        return outcome;
    }

    private IEnumerable<EnvironmentId> BookedBy(Release? release, ReleaseCommand? command) =>
        Books(release) ? release!.EnvironmentsWith(command).Order() : [];

    private bool Books(Release? release) => _models.Any(model => model.Lifecycle.Reference == release?.Model && model.BooksPlaces);

    private Claim ClaimIn(EnvironmentId environment, Release release) => new(
        Streams.Holder(StreamOf(release.Id)),
        Books(release) ? release.SlotsIn(environment) : [],
        release.Content.Services.Select(service => new Calendars.Target(service, environment)).ToValueList(),
        release.Version);
}
