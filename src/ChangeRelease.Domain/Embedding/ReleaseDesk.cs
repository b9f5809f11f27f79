using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Releases;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Where an application hands in commands on releases.</summary>
public sealed partial class ReleaseDesk : Desk<ReleaseId, Release, ReleaseCommand, ReleaseEvent>
{
    private readonly ValueList<ReleaseModel> _models;
    private readonly MigrationCatalog _migrations;
    private readonly ClearanceOffice _changes;
    private readonly TidingOffice _tidings;
    private readonly bool _tells;

    /// <summary>Opens a desk.</summary>
    /// <param name="store">Where history is kept.</param>
    /// <param name="facts">Where everything else is known.</param>
    /// <param name="clock">What time it is; decisions themselves read no clock (S-2).</param>
    /// <param name="settings">What the host settled once.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ReleaseDesk(IEventStore store, IFactSource facts, IClock clock, DeskSettings settings)
        : base(store, facts, clock, settings)
    {
        _models = settings.ReleaseModels;
        _migrations = settings.ReleaseMigrations;
        _changes = new ClearanceOffice(store, settings.Tenant);
        _tidings = new TidingOffice(store, settings.Tenant, new ChangeDesk(store, facts, clock, settings));
        _tells = settings.TellsChanges;
        Journal = new Journal<Release, ReleaseEvent>(store, Streams.Releases);
        Book = new AttemptBook<ReleaseCommand>(settings.AttemptLog, ReleaseJson.Write);
    }

    private protected override Journal<Release, ReleaseEvent> Journal { get; }

    private protected override AttemptBook<ReleaseCommand> Book { get; }

    /// <summary>Writes the notes of a release from the changes it carries.</summary>
    /// <param name="id">The release.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <returns>The notes, or null when there is no such release.</returns>
    /// <exception cref="InvalidDataException">A stream is not a history that this version can read.</exception>
    public async ValueTask<ReleaseNotes?> NotesAsync(ReleaseId id, CancellationToken cancellation = default)
    {
        if (await FindAsync(id, cancellation).ConfigureAwait(false) is not { } release)
        {
            return null;
        }

        var carried = new List<CarriedChange>();
        foreach (var change in release.Content.Changes)
        {
            carried.Add(Carried(change, await _changes.FindAsync(change, cancellation).ConfigureAwait(false)));
        }

        return ReleaseNotes.Of(release, carried.ToValueList());
    }

    /// <summary>Asks what a rollout has to do by itself now, by its slots and by the contracts of windows that ended and of freezes (S-47). Nothing is written: hand the command in.</summary>
    /// <param name="id">The release.</param>
    /// <param name="actor">On whose behalf: where freezes exempt roles, it is theirs that count.</param>
    /// <param name="cancellation">Ends the asking early.</param>
    /// <returns>The command that pauses it or rolls it back, with the reason; null when it may go on, when it is not going out, or when the calendar is not known.</returns>
    /// <exception cref="InvalidDataException">A stream is not a history that this version can read.</exception>
    public ValueTask<ReleaseCommand?> ReviewRolloutAsync(ReleaseId id, Actor actor, CancellationToken cancellation = default) =>
        LookAsync(id, actor, (subject, around) => RolloutReviewAsync(subject, around, cancellation), cancellation);

    private protected override StreamId StreamOf(ReleaseId id) => Streams.Of(Tenant, id);

    private protected override Claim ClaimOf(ReleaseId id, Release? subject) =>
        new(Streams.Holder(StreamOf(id)), subject?.Slots ?? [], subject?.Content.TargetsOf(Tenant) ?? [], subject?.Version ?? 0);

    private protected override ReleaseId? Opened(ReleaseCommand command) => (command as OpenRelease)?.Id;

    private protected override bool AsksForSlots(ReleaseCommand command) => ReleaseForms.Plain(command).AskedSlots is not null;

    private protected override async ValueTask<SlotRequest?> SearchAsync(Release subject, Instant notBefore, Instant until, CancellationToken cancellation) =>
        subject.Content.Effort is { } effort && _models.FirstOrDefault(model => model.Lifecycle.Reference == subject.Model) is { } model
        && subject.QuestionWith(await Facts.ClassesAsync(subject.Content, cancellation).ConfigureAwait(false), Tenant) is { } question
            ? new SlotRequest(question, effort.After(model.GuardBand), notBefore, until)
            : null;

    private protected override async ValueTask<Decision<ReleaseEvent>> DecideAsync(
        Release? subject, ReleaseCommand command, Surroundings around, CancellationToken cancellation)
    {
        var plain = ReleaseForms.Plain(command);
        return ReleaseDecider.Decide(subject, plain, await FactsAsync(subject, plain, around, cancellation).ConfigureAwait(false));
    }

    private protected override async ValueTask<Prospects?> ProspectsAsync(Release subject, Surroundings around, CancellationToken cancellation) =>
        ReleaseDecider.Ask(subject, await FactsAsync(subject, null, around, cancellation).ConfigureAwait(false));

    private protected override async ValueTask<ReleaseCommand?> SlotReviewAsync(Release subject, Surroundings around, CancellationToken cancellation) =>
        ReleaseDecider.ReviewSlots(subject, await FactsAsync(subject, null, around, cancellation).ConfigureAwait(false));

    private async ValueTask<ReleaseCommand?> RolloutReviewAsync(Release subject, Surroundings around, CancellationToken cancellation) =>
        ReleaseDecider.ReviewRollout(subject, await FactsAsync(subject, null, around, cancellation).ConfigureAwait(false));

    private async ValueTask<ReleaseFacts> FactsAsync(Release? subject, ReleaseCommand? command, Surroundings around, CancellationToken cancellation) =>
        new(around.Stamp, _models)
        {
            Migrations = _migrations,
            Calendar = around.Calendar,
            Bookings = around.Bookings,
            Places = around.Environments.Select(held => held.PlacesAt(around.Stamp.At)).ToValueList(),
            Directory = await Facts.DirectoryAsync(cancellation).ConfigureAwait(false),
            Policy = await Facts.PolicyAsync(cancellation).ConfigureAwait(false),
            Clearances = subject is null ? null : await _changes.OfAsync(subject, around.Stamp, cancellation).ConfigureAwait(false),
            Promotion = subject is null ? null : await Facts.PromotionPathAsync(subject.Content, cancellation).ConfigureAwait(false),
            Active = subject is null ? null : await Facts.ActiveVersionsAsync(subject.Content, cancellation).ConfigureAwait(false),
            Dependencies = subject is null ? null : await Facts.DependenciesAsync(subject, cancellation).ConfigureAwait(false),
            Tenant = Tenant,
            Classes = subject is null ? [] : await Facts.ClassesAsync(subject.Content, cancellation).ConfigureAwait(false),
            Host = subject is null ? FactSet.None : await Facts.HostFactsAsync(subject, command, cancellation).ConfigureAwait(false),
        };

    private static CarriedChange Carried(ChangeId id, ChangeRequest? change) => new(
        id,
        change?.Content.Title ?? string.Empty,
        change?.Model.Id ?? string.Empty,
        change?.Content.Services ?? [],
        change?.Status.Name ?? "unknown");
}
