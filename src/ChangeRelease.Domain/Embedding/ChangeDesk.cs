using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Releases;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Where an application hands in commands on changes.</summary>
public sealed partial class ChangeDesk : Desk<ChangeId, ChangeRequest, ChangeCommand, ChangeEvent>
{
    /// <summary>The most changes that are looked up when one depends on others, itself or by way of them.</summary>
    public const int MostDependencies = 100;

    private readonly ChangeModelCatalog _models;
    private readonly Journal<Release, ReleaseEvent> _releases;

    /// <summary>Opens a desk.</summary>
    /// <param name="store">Where history is kept.</param>
    /// <param name="facts">Where everything else is known.</param>
    /// <param name="clock">What time it is; decisions themselves read no clock (S-2).</param>
    /// <param name="settings">What the host settled once.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ChangeDesk(IEventStore store, IFactSource facts, IClock clock, DeskSettings settings)
        : base(store, facts, clock, settings)
    {
        _models = settings.ChangeModels;
        _releases = new Journal<Release, ReleaseEvent>(store, Streams.Releases);
        _emergencies = new EmergencyOffice(store, settings.Tenant);
        _templates = new TemplateOffice(store, settings.Tenant, settings.HoldStands);
        Journal = new Journal<ChangeRequest, ChangeEvent>(store, Streams.Changes);
        Book = new AttemptBook<ChangeCommand>(settings.AttemptLog, ChangeJson.Write);
    }

    /// <summary>Asks whether a step of a permit may begin now: the second check, right before acting, against the change's stream as it is.</summary>
    /// <param name="permit">The permit, however it came here.</param>
    /// <param name="environment">Where the step would begin.</param>
    /// <param name="actor">Who would begin it, from the authenticated call (S-9).</param>
    /// <param name="content">The digest of what would be brought there; null for what the permit says.</param>
    /// <param name="cancellation">Ends the asking early.</param>
    /// <returns>The answer, with every reason for a "no"; it holds for the version that it names, and no longer.</returns>
    /// <exception cref="InvalidDataException">The change's stream is not a history that this version can read.</exception>
    public async ValueTask<PermitAnswer> CheckPermitAsync(
        Permit permit, EnvironmentId environment, Actor actor, Digest? content = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(permit);
        Digest? head = null;
        var page = await Journal.ReadAsync(StreamOf(permit.Change), record => head = record.Version == permit.Version ? record.Hash : head, cancellation).ConfigureAwait(false);
        return PermitCheck.Check(new PermitCase(permit, environment, content ?? permit.Content, actor, Now) { Change = page.Subject, HeadThere = head });
    }

    private protected override Journal<ChangeRequest, ChangeEvent> Journal { get; }

    private protected override AttemptBook<ChangeCommand> Book { get; }

    private protected override StreamId StreamOf(ChangeId id) => Streams.Of(Tenant, id);

    private protected override Claim ClaimOf(ChangeId id, ChangeRequest? subject) => new(
        Streams.Holder(StreamOf(id)),
        subject is { Aboard: null } ? subject.Slots : [],
        subject?.Content.TargetsOf(Tenant) ?? [],
        subject?.Version ?? 0);

    private protected override ChangeId? Opened(ChangeCommand command) => (command as OpenChange)?.Id;

    private protected override bool AsksForSlots(ChangeCommand command) => ChangeForms.Plain(command).AskedSlots is not null;

    private protected override async ValueTask<SlotRequest?> SearchAsync(ChangeRequest subject, Instant notBefore, Instant until, CancellationToken cancellation) =>
        subject.Content.Effort is { } effort && _models.Find(subject.Model) is { } model
        && subject.QuestionWith(await Facts.ClassesAsync(subject.Content, cancellation).ConfigureAwait(false), Tenant) is { } question
            ? new SlotRequest(question, effort.After(model.GuardBand), notBefore, until) { Within = subject.Content.AcceptableTimes }
            : null;

    private static ChangeContent ContentAfter(ChangeRequest? subject, ChangeCommand? command, Stamp stamp) =>
        subject is null ? (command as OpenChange)?.Content ?? new ChangeContent() : command?.ContentAfter(subject, stamp) ?? subject.Content;

    private protected override async ValueTask<bool> PrepareAsync(Surroundings around, Outcome<ChangeRequest, ChangeEvent> outcome, CancellationToken cancellation) =>
        await HoldUseAsync(around, outcome, cancellation).ConfigureAwait(false) && await EnterAsync(around, outcome, cancellation).ConfigureAwait(false);

    private protected override async ValueTask<Outcome<ChangeRequest, ChangeEvent>> FinishAsync(
        ChangeRequest? before, Surroundings around, Outcome<ChangeRequest, ChangeEvent> outcome, CancellationToken cancellation)
    {
        await SettleUseAsync(around, outcome, cancellation).ConfigureAwait(false);
        await SettleDebtAsync(before, around, outcome, cancellation).ConfigureAwait(false);
        return outcome;
    }

    private protected override async ValueTask<Decision<ChangeEvent>> DecideAsync(
        ChangeRequest? subject, ChangeCommand command, Surroundings around, CancellationToken cancellation)
    {
        var plain = ChangeForms.Plain(command);
        return ChangeDecider.Decide(subject, plain, await FactsAsync(subject, plain, around, cancellation).ConfigureAwait(false));
    }

    private protected override async ValueTask<Prospects?> ProspectsAsync(ChangeRequest subject, Surroundings around, CancellationToken cancellation) =>
        ChangeDecider.Ask(subject, await FactsAsync(subject, null, around, cancellation).ConfigureAwait(false));

    private protected override async ValueTask<ChangeCommand?> SlotReviewAsync(ChangeRequest subject, Surroundings around, CancellationToken cancellation) =>
        ChangeDecider.ReviewSlots(subject, await FactsAsync(subject, null, around, cancellation).ConfigureAwait(false));

    private async ValueTask<ChangeFacts> FactsAsync(ChangeRequest? subject, ChangeCommand? command, Surroundings around, CancellationToken cancellation)
    {
        var content = ContentAfter(subject, command, around.Stamp);
        var scheme = await Facts.AssessmentSchemeAsync(cancellation).ConfigureAwait(false);
        return new ChangeFacts(around.Stamp, _models)
        {
            Calendar = around.Calendar,
            Bookings = around.Bookings,
            Directory = await Facts.DirectoryAsync(cancellation).ConfigureAwait(false),
            Policy = await Facts.PolicyAsync(cancellation).ConfigureAwait(false),
            Scheme = scheme,
            ServiceGraph = scheme?.BlastRadius is null ? null : await Facts.ServiceGraphAsync(cancellation).ConfigureAwait(false),
            Similar = scheme?.History is null ? null : await Facts.SimilarChangesAsync(content, cancellation).ConfigureAwait(false),
            Template = await StandingAsync(subject, content.Template, around, cancellation).ConfigureAwait(false),
            Emergency = await EmergencyAsync(subject, content, around, cancellation).ConfigureAwait(false),
            Carrier = await CarrierAsync(subject, command, cancellation).ConfigureAwait(false),
            ChainHead = subject is null ? null : around.Head,
            Reversal = await ReversalAsync(command, cancellation).ConfigureAwait(false),
            Dependencies = subject is null ? [] : await DependenciesAsync(subject.Id, content.DependsOn, cancellation).ConfigureAwait(false),
            Tenant = Tenant,
            Classes = await Facts.ClassesAsync(content, cancellation).ConfigureAwait(false),
            Host = subject is null ? FactSet.None : await Facts.HostFactsAsync(subject, command, cancellation).ConfigureAwait(false),
        };
    }

    // What is not reached within the bound is not known, and refused where it must be (S-4).
    private async ValueTask<ValueList<DependencyStanding>> DependenciesAsync(ChangeId self, ValueList<ChangeId> direct, CancellationToken cancellation)
    {
        var (reached, open) = (new HashSet<ChangeId> { self }, new Queue<ChangeId>(direct));
        var known = new List<DependencyStanding>();
        while (reached.Count <= MostDependencies && open.TryDequeue(out var id))
        {
            if (reached.Add(id) && await FindAsync(id, cancellation).ConfigureAwait(false) is { } change)
            {
                known.Add(DependencyStanding.Of(change));
                change.Content.DependsOn.ToList().ForEach(open.Enqueue);
            }
        }

        return known.ToValueList();
    }

    private async ValueTask<CarrierStanding?> CarrierAsync(ChangeRequest? change, ChangeCommand? command, CancellationToken cancellation)
    {
        if (change is null || (command?.AskedSlots is null ? change.Aboard : command.AskedCarrier) is not { } carrier)
        {
            return null;
        }

        var release = (await _releases.ReadAsync(Streams.Of(Tenant, carrier), cancellation).ConfigureAwait(false)).Subject;
        return release is null ? null : new CarrierStanding(carrier, release.Content.Changes.Contains(change.Id), release.BoardingSlots, release.Content.Targets);
    }

    private async ValueTask<ReversalStanding?> ReversalAsync(ChangeCommand? command, CancellationToken cancellation)
    {
        if (command is not CloseChange { Reversal: { } reversal })
        {
            return null;
        }

        var change = await FindAsync(reversal, cancellation).ConfigureAwait(false);
        return change is null ? null : new ReversalStanding(reversal, change.HasSucceeded, change.Content.Reverses);
    }
}
