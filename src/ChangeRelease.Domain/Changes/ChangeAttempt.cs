using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>One command on one change with its facts: what requirements judge. What several of them need is worked out once.</summary>
public sealed class ChangeAttempt
{
    private Arguments? _arguments;
    private Ballot? _ballot;
    private SlotCase? _slotCase;
    private ChangeContent? _contentAfter;
    private bool? _isMaterial;
    private DependencyGraph? _dependencies;
    private ValueList<TemplateLapse>? _lapses;
    private ForeseenRisk? _foreseen;
    private Occurrence? _freezeAsked;

    /// <summary>Brings the three together.</summary>
    /// <param name="change">The change as it is.</param>
    /// <param name="command">What is attempted.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="model">The change model that the change lives under.</param>
    public ChangeAttempt(ChangeRequest change, ChangeCommand command, ChangeFacts facts, ChangeModel model)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(model);
        (Change, Command, Facts, Model) = (change, command, facts, model);
    }

    /// <summary>The change as it is.</summary>
    public ChangeRequest Change { get; }

    /// <summary>What is attempted.</summary>
    public ChangeCommand Command { get; }

    /// <summary>What is known.</summary>
    public ChangeFacts Facts { get; }

    /// <summary>The change model that the change lives under.</summary>
    public ChangeModel Model { get; }

    /// <summary>When, who, and as which command.</summary>
    public Stamp Stamp => Facts.Stamp;

    /// <summary>What the command says, as values for its trigger's parameters.</summary>
    public Arguments Arguments => _arguments ??= Command.ToArguments();

    /// <summary>The content as it would be after the command.</summary>
    public ChangeContent ContentAfter => _contentAfter ??= Command.ContentAfter(this);

    /// <summary>Whether the command edits something that votes are bound to (S-23).</summary>
    public bool IsMaterialAmendment => _isMaterial ??= ChangeFields.IsMaterial(Change.Content, ContentAfter);

    /// <summary>The version of a template that the change is submitted under by this; null when nothing asks for one (S-30).</summary>
    internal TemplatePin? Pin => Facts.Template is { } template && Model.Lifecycle.At(Change.Status)?.Row(Command.Trigger!)?.Asks(Needs.TemplateUseLeft) == true
        ? new TemplatePin(template.Id, template.Version)
        : null;

    /// <summary>Every reason why the template does not authorize the change as it is; none while it does (S-30).</summary>
    internal ValueList<TemplateLapse> TemplateLapses => _lapses ??= LapsesFor(Change.Content);

    /// <summary>The votes on the change as it is: on going ahead, or, once it is done, on what was done.</summary>
    public Ballot Ballot => _ballot ??= new Ballot(
        Facts.Policy?.RuleFor(Model.Id, Act, Act == ApprovalAct.Authorize ? Change.Content.Assessment?.Authority : null),
        Facts.Directory,
        Change.Digest,
        Change.Votes,
        Contributors.Resolved(Facts.Directory, Facts.Policy?.Separations ?? [], Stamp.At),
        Stamp.At)
    {
        More = Act == ApprovalAct.Authorize && Model.Has(ChangeStates.Ratifying) && Facts.Emergency?.OverdueDebts > 0 ? 1 : 0,
    };

    private ApprovalAct Act => Change.Status.Phase == Phase.Review ? ApprovalAct.Ratify : ApprovalAct.Authorize;

    /// <summary>The slots in question: those asked for, those booked, or those that an emergency books from now on.</summary>
    public SlotCase SlotCase => _slotCase ??= new SlotCase
    {
        Now = Stamp.At,
        Slots = Slots(),
        Effort = Change.Content.Effort,
        GuardBand = Model.GuardBand,
        AcceptableTimes = Change.Content.AcceptableTimes,
        Calendar = Facts.Calendar,
        Question = Question,
        Bookings = Facts.Bookings,
        IsAboard = Carrier is not null,
        IsFromNow = BooksFromNow,
        CanOverride = Model.OverridesFreezes,
    };

    private CalendarQuestion? Question => Change.QuestionWith(Facts.Classes, Facts.Tenant) is { } question
        ? question with { Roles = Facts.Directory?.RolesOf(Stamp.Actor) ?? [] }
        : null;

    /// <summary>The occurrence of a freeze that the command is about; null when the calendar has none there that would bind the change.</summary>
    internal Occurrence? FreezeAsked => _freezeAsked ??= Command.AskedFreeze is var (freeze, at) && Facts.Calendar is { } calendar && Question is { } question
        ? calendar.FreezesAt(at, question with { Passes = [] }).FirstOrDefault(frozen => frozen.Rule.Id == freeze)
        : null;

    /// <summary>The standing proposal to override that occurrence; null without one.</summary>
    internal FreezeOverrideRequest? OverrideProposal => FreezeAsked is { } asked
        ? Change.OverrideRequests.FirstOrDefault(request => request.Pass.IsFor(asked))
        : null;

    /// <summary>What the content after the command depends on.</summary>
    internal DependencyGraph Dependencies => _dependencies ??= new DependencyGraph(Change.Id, ContentAfter.DependsOn, Facts.Dependencies);

    /// <summary>The release that the change asks to ride on, or rides on; null when it has slots of its own.</summary>
    internal ReleaseId? Carrier => Command.AskedSlots is null ? Change.Aboard : Command.AskedCarrier;

    /// <summary>What an emergency owes when it starts now; null without terms.</summary>
    internal EmergencyDebt? Debt => Facts.Emergency is { Terms: { } terms } && Model.Has(ChangeStates.Ratifying)
        ? terms.DebtFrom(Stamp.At)
        : null;

    /// <summary>Where a change counts as having come from in the state of another definition that it leaves for; null when the row does not say.</summary>
    internal State? OriginElsewhere(State to, LifecycleRef definition) => Model.Lifecycle.At(Change.Status)?.Row(Command.Trigger!)?.Outcomes
        .FirstOrDefault(outcome => outcome.To == to && outcome.Exit == definition) is { ComesFrom: [var origin, ..] } ? origin : null;

    /// <summary>Where a held change goes after this amendment; null when it is not held.</summary>
    internal State? ResumesAfterAmendment => Change.ResumesTo is { } held && IsMaterialAmendment && held != ChangeStates.Assessing
        ? AmendedTarget
        : Change.ResumesTo;

    // Who starts a change makes it, and cannot be one of those whose approval lets it start (S-24).
    private Contributors Contributors => Begins ? Change.Contributors.With(Stamp.Actor, "implementer") : Change.Contributors;

    // Starting is starting also where a host put a state between it and the making.
    private bool Begins => Change.Status.Phase != Phase.Realization && (Command is StartChange || Model.Lifecycle.At(Change.Status)?.Leads(Command.Trigger!, Phase.Realization) == true);

    private State AmendedTarget =>
        Model.Has(ChangeStates.Assessing) || TemplateIsOutgrown ? ChangeStates.Assessing
        : Model.Has(ChangeStates.Authorizing) ? ChangeStates.Authorizing
        : ChangeStates.Approved;

    /// <summary>Whether the content after the command is more than the change's template covers.</summary>
    internal bool TemplateIsOutgrown => !Model.Has(ChangeStates.Authorizing) && Facts.Template is not null && LapsesFor(ContentAfter).Count > 0;

    /// <summary>The risk of the change as it is, as far as it is known without anybody's judgement.</summary>
    internal ForeseenRisk Foreseen => _foreseen ??= ForeseenFor(Change.Content);

    private ForeseenRisk ForeseenFor(ChangeContent content) => ForeseenRisk.Of(Facts.Scheme, content, Facts.ServiceGraph, Facts.Similar);

    // What was handed in has a version pinned, and a use of it.
    private ValueList<TemplateLapse> LapsesFor(ChangeContent content) => Facts.Template is { } template
        ? TemplateLapse.Of(template, content, Change.Pin, Change.Status.Phase != Phase.Preparation, Stamp.At, ReferenceEquals(content, Change.Content) ? Foreseen : ForeseenFor(content)).ToValueList()
        : [];

    private bool BooksFromNow => Command.AskedSlots is null && Change.Slots.Count == 0 && Change.Content.Effort is not null;

    private ValueList<Slot> Slots() => Command.AskedSlots switch
    {
        { } asked => Command.AskedCarrier is null ? asked : Facts.Carrier?.Slots ?? [],
        null when BooksFromNow => [FromNow(Change.Content.Effort!)],
        null => Change.Slots,
    };

    private Slot FromNow(Effort effort) => new(Stamp.At, Stamp.At + effort.Work + effort.BackOut);
}
