using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>One command on one release with its facts: what requirements judge. What several of them need is worked out once.</summary>
public sealed class ReleaseAttempt
{
    private Arguments? _arguments;
    private Ballot? _ballot;
    private SlotCase? _slotCase;
    private ReleaseContent? _contentAfter;
    private RolloutFlight? _flight;
    private DependencyCase? _dependencies;

    /// <summary>Brings the three together.</summary>
    /// <param name="release">The release as it is.</param>
    /// <param name="command">What is attempted.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="model">The release model that the release lives under.</param>
    public ReleaseAttempt(Release release, ReleaseCommand command, ReleaseFacts facts, ReleaseModel model)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(model);
        (Release, Command, Facts, Model) = (release, command, facts, model);
    }

    /// <summary>The release as it is.</summary>
    public Release Release { get; }

    /// <summary>What is attempted.</summary>
    public ReleaseCommand Command { get; }

    /// <summary>What is known.</summary>
    public ReleaseFacts Facts { get; }

    /// <summary>The release model that the release lives under.</summary>
    public ReleaseModel Model { get; }

    /// <summary>When, who, and as which command.</summary>
    public Stamp Stamp => Facts.Stamp;

    /// <summary>What the command says, as values for its trigger's parameters.</summary>
    public Arguments Arguments => _arguments ??= Command.ToArguments();

    /// <summary>The content as it would be after the command.</summary>
    public ReleaseContent ContentAfter => _contentAfter ??= Command.ContentAfter(Release);

    /// <summary>The votes on go or no-go.</summary>
    public Ballot Ballot => _ballot ??= new Ballot(
        Facts.Policy?.RuleFor(Release.Content.Type.Value, ApprovalAct.Authorize),
        Facts.Directory,
        Release.Digest,
        Release.Votes,
        Release.Contributors.Resolved(Facts.Directory, Facts.Policy?.Separations ?? [], Stamp.At),
        Stamp.At);

    /// <summary>The slots in question: those asked for, or those booked.</summary>
    public SlotCase SlotCase => _slotCase ??= new SlotCase
    {
        Now = Stamp.At,
        Slots = Command.AskedSlots ?? Release.Slots,
        Effort = Release.Content.Effort,
        GuardBand = Model.GuardBand,
        AcceptableTimes = [],
        Calendar = Facts.Calendar,
        Question = Question(),
        Bookings = Facts.Bookings,
        IsAboard = false,
    };

    /// <summary>The gate that evidence is handed in for; null when the latest stage has no such gate.</summary>
    internal Gate? Gate => Command is RecordGateEvidence { Evidence.Gate: var gate } ? Release.LatestStage?.Find(gate) : null;

    /// <summary>The environment before production that the command is about; null when it is about none.</summary>
    internal EnvironmentId? PromotedTo => Command switch
    {
        PromoteRelease it => it.Environment,
        FinishDeployment it => it.Environment,
        RecordPromotionEvidence it => it.Environment,
        GrantPromotionExemption it => it.Environment,
        _ => null,
    };

    /// <summary>The gate before production that evidence is handed in for; null when the step has no such gate.</summary>
    internal Gate? PromotionGate => Command is RecordPromotionEvidence { Evidence.Gate: var gate } ? Facts.Promotion?.Find(PromotedTo)?.Find(gate) : null;

    /// <summary>The criterion that evidence is handed in for; null when the release has no such criterion.</summary>
    internal Criterion? Criterion => Command is RecordCriterionEvidence { Evidence.Gate: var gate }
        ? Release.Content.Criteria.FirstOrDefault(criterion => string.Equals(criterion.Gate.Name, gate, StringComparison.Ordinal))
        : null;

    /// <summary>How far the package has come on the promotion path.</summary>
    internal PromotionCase Promotion => new(Release, Facts.Promotion!, Stamp.At);

    /// <summary>The rollout against its slots and the calendar.</summary>
    internal RolloutFlight Flight => _flight ??= new RolloutFlight(Release, SlotCase, Stamp.At);

    /// <summary>What it depends on, in the environment into which it goes next; null when that is not known.</summary>
    internal DependencyCase? Dependencies => _dependencies ??= AttemptedDependencies.CaseOf(this);

    /// <summary>The environments that the command is about, as far as places in them are held: where it starts, or the release's own.</summary>
    internal ValueList<EnvironmentId> EnvironmentsAsked => Command switch
    {
        PromoteRelease promote => [promote.Environment],
        StartStage start => Release.Content.Rollout?.Find(start.Stage) is { } stage ? [stage.Environment] : [],
        _ => Release.Content.Environments,
    };

    /// <summary>The slots for which the command asks for places: from now on as long as the effort says, before production.</summary>
    internal ValueList<Slot> PlacesAsked => Command switch
    {
        PromoteRelease => Release.Content.Effort is { } effort ? [new Slot(Stamp.At, Stamp.At + effort.Total)] : [],
        _ => Command.AskedSlots ?? [],
    };

    internal EnvironmentPlaces? PlacesIn(EnvironmentId environment) => Facts.Places?.FirstOrDefault(places => places.Environment == environment);

    private CalendarQuestion? Question() => Release.QuestionWith(Facts.Classes, Facts.Tenant) is { } question
        ? question with { Roles = Facts.Directory?.RolesOf(Stamp.Actor) ?? [] }
        : null;
}
