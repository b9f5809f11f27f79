using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Assessing;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Rules;

/// <summary>Every trigger that asks for something, and everything that can be wrong with it.</summary>
internal static class Scenarios
{
    private static readonly Actor Anna = Cast.Members[0];
    private static readonly ActorId Boris = Cast.Members[1].Id;
    private static readonly ActorId Carla = Cast.Members[2].Id;
    private static readonly ActorId Zed = new("zed");
    private static readonly ReleaseId Release = new("REL-1");
    internal static readonly Fault NoReason = new("change.reason.missing", at => at with { Command = Unreasoned(at.Command) });
    private static readonly AssessmentScheme Counting = AssessmentScheme.Define(new SchemeId("counting"), 1, new AssessmentDraft { History = Schemes.Draft.History });
    private static readonly Fault NoTitle = Lacks("title", content => content with { Title = " " });
    private static readonly Fault NoServices = Lacks("services", content => content with { Services = [] });
    private static readonly Fault NoEffort = Lacks("effort", content => content with { Effort = null });
    private static readonly Fault NoRequester = new("change.requester.missing", at => at with { Change = at.Change with { Requester = Actor.Service(new ActorId("orphan"), null) } });
    internal static readonly Fault NoCalendar = new("change.calendar.missing", at => at with { Facts = at.Facts with { Calendar = null } });
    private static readonly Fault NoBookings = new("change.booking.unknown", at => at with { Facts = at.Facts with { Bookings = null } });
    private static readonly Fault NoTerms = new("change.emergency.terms-missing", at => at with { Facts = at.Facts with { Emergency = null } });
    private static readonly Fault NoSeverity = new("change.emergency.incident-unknown", at => at with { Facts = at.Facts with { Emergency = at.Facts.Emergency! with { Incident = new KnownIncident(new IncidentId("another"), Grade.Critical) } } });
    private static readonly Fault TooMild = new("change.emergency.not-severe-enough", at => at with { Facts = at.Facts with { Emergency = at.Facts.Emergency! with { Incident = at.Facts.Emergency!.Incident! with { Severity = Grade.Medium } } } });
    private static readonly Fault UsedUp = new("change.emergency.break-glass-used-up", at => at with { Facts = at.Facts with { Emergency = at.Facts.Emergency! with { BreakGlassUses = 3 } } });
    private static readonly Fault Uncounted = new("change.emergency.break-glass-uncounted", at => at with { Facts = at.Facts with { Emergency = at.Facts.Emergency! with { BreakGlassUses = null } } });
    private static readonly Fault Overdue = new("change.emergency.debts-overdue", at => at with { Facts = at.Facts with { Emergency = at.Facts.Emergency! with { OverdueDebts = 1 } } });
    private static readonly Fault NoDebts = new("change.emergency.debts-unknown", at => at with { Facts = at.Facts with { Emergency = at.Facts.Emergency! with { OverdueDebts = null } } });
    private static readonly Fault Refusing = new("change.emergency.debts-refuse", at => at with { Facts = at.Facts with { Emergency = at.Facts.Emergency! with { OverdueDebts = 1, Terms = Cast.RefusingTerms } } });
    internal static readonly Fault NoAccounts = new("change.directory.missing", NoDirectory);
    private static readonly Fault FrozenNow = new("change.slot.frozen-now", at => at with { Freeze = new Slot(at.At - Duration.FromHours(1), at.At + Duration.FromHours(9)) });
    private static readonly Fault NoTemplate = new("change.template.missing", at => at with { Facts = at.Facts with { Template = null } });
    private static readonly Fault LapsedTemplate = Template("change.template.lapsed", template => template with { IsPublished = false });
    private static readonly Fault UsedTemplate = Template("change.template.used-up", template => template with { UsesLeft = 0 });

    private static readonly Fault[] Submission =
    [
        NoTitle,
        Lacks("justification", content => content with { Justification = string.Empty }),
        NoServices,
        Lacks("environments", content => content with { Environments = [] }),
        Lacks("implementation-plan", content => content with { ImplementationPlan = ChangePlan.Empty }),
        Lacks("test-plan", content => content with { TestPlan = ChangePlan.Empty }),
        Lacks("remediation-plan", content => content with { RemediationPlan = ChangePlan.Empty }),
        .. PlanScenarios.Unfit,
        .. DependencyScenarios.Misplaced,
        NoEffort,
        NoRequester,
    ];

    public static IReadOnlyDictionary<string, Scenario> All { get; } = Planned().Concat(Slots()).Concat(Emergencies()).Concat(Endings()).Concat(PlanScenarios.All).Concat(DependencyScenarios.All).Concat(FreezeScenarios.All).Append(Migrating.Scenario).ToDictionary(scenario => scenario.Name, StringComparer.Ordinal);

    private static IEnumerable<Scenario> Planned() =>
    [
        new("submit a normal change", () => At("normal", "Submit"), Submission),
        new("submit a standard change", () => At("standard", "Submit"), [.. Submission.Where(fault => fault != NoServices), LapsedTemplate, UsedTemplate, NoTemplate]),
        new("submit an emergency", () => At("emergency", "Submit"), [.. Submission, Lacks("incident", content => content with { Incident = null })]),
        new(
            "submit what was done",
            () => At("retrospective", "Submit"),
            NoTitle,
            NoServices,
            NoRequester,
            Deed("change.deed.what-missing", deed => deed with { What = " " }),
            Deed("change.deed.not-yet-done", deed => deed with { When = Cast.Opening + Duration.FromDays(1) }),
            Deed("change.deed.when-missing", deed => deed with { When = null }),
            Deed("change.deed.who-missing", deed => deed with { By = null })),
        new(
            "assess",
            () => At("normal", "CompleteAssessment", "Submit"),
            new Fault("change.assessment.assessor-not-able", at => at with { Actor = Cast.Rita }),
            new Fault("change.assessment.directory-missing", NoDirectory),
            new Fault("change.assessment.scheme-missing", at => at with { Facts = at.Facts with { Scheme = null } }),
            Lacks("acceptable-times", content => content with { AcceptableTimes = [] }, "change.assessment.acceptable-times-missing")),
        .. AssessmentScenarios.All,
        new("vote", () => At("normal", "CastVote", "Submit", "CompleteAssessment"), Voting("authorization")),
        new("vote afterwards", () => At("retrospective", "CastVote", "Submit"), Voting("ratification")),
        new("vote for another", () => OnBehalf(At("normal", "CastVote", "Submit", "CompleteAssessment")), Delegating("authorization")),
        new("vote for another afterwards", () => OnBehalf(At("retrospective", "CastVote", "Submit")), Delegating("ratification")),
        new(
            "carry over a vote",
            () => At("normal", "CarryOver", "Submit", "CompleteAssessment"),
            NoReason,
            new Fault("change.carry-over.vote-missing", at => at with { Change = at.Change with { VoidedVotes = [] } }),
            new Fault("change.carry-over.not-process-owner", at => at with { Actor = Cast.Oscar }),
            new Fault("change.carry-over.contributed", at => at with { Change = at.Change with { Contributors = at.Change.Contributors.With(Cast.Otto, "editor") } }),
            new Fault("change.carry-over.directory-missing", NoDirectory)),
        new("withdraw a vote", () => At("normal", "WithdrawVote", "Submit", "CompleteAssessment"), new Fault("change.authorization.vote-missing", NoVotes)),
        new("withdraw a vote afterwards", () => At("retrospective", "WithdrawVote", "Submit"), new Fault("change.ratification.vote-missing", NoVotes)),
        new("record what a board decided", () => At("normal", "RecordDecision", "Submit", "CompleteAssessment"), Recording("authorization")),
        new("record what a board decided afterwards", () => At("retrospective", "RecordDecision", "Submit"), Recording("ratification")),
        new("record out of turn", () => At("normal", "RecordDecision", "Submit", "CompleteAssessment"), OutOfTurn("authorization")),
        new("record out of turn afterwards", () => At("retrospective", "RecordDecision", "Submit"), OutOfTurn("ratification")),
        new("withdraw what a board decided", () => At("normal", "WithdrawDecision", "Submit", "CompleteAssessment"), Withdrawing("authorization")),
        new("withdraw what a board decided afterwards", () => At("retrospective", "WithdrawDecision", "Submit"), Withdrawing("ratification")),
        new(
            "authorize a normal change",
            () => At("normal", "Authorize", "Submit", "CompleteAssessment"),
            [.. Approvals("authorization"), new Fault("change.assessment.missing", at => at with { Content = at.Content with { Assessment = null } })]),
        new("authorize a standard change", () => At("standard", "Authorize", "Submit"), [.. Approvals("authorization"), LapsedTemplate, NoTemplate]),
        new("authorize an emergency", () => At("emergency", "Authorize", "Submit"), [.. Approvals("authorization"), NoTerms]),
        new("ratify", () => At("retrospective", "Ratify", "Submit"), Approvals("ratification")),
        new(
            "repudiate",
            () => At("retrospective", "Repudiate", "Submit"),
            [NoReason, .. Voting("ratification").Where(fault => !fault.Code.Contains("vote-sees", StringComparison.Ordinal) && !fault.Code.Contains("voted-already", StringComparison.Ordinal)).Select(fault => fault with { Code = fault.Code.Replace("voter-contributed", "decider-contributed", StringComparison.Ordinal) })]),
        new(
            "authorize anew",
            () => At("normal", "Reauthorize", "Submit", "CompleteAssessment", "Authorize"),
            new Fault("change.authorization.still-stands", at => at with { Facts = at.Facts with { Directory = Cast.Directory } }),
            new Fault("change.authorization.directory-missing", NoDirectory),
            new Fault("change.authorization.policy-missing", NoPolicy)),
        new(
            "ratify anew, by a model of the host's own",
            () => At("retrospective", "Ratify", "Submit") is var at ? at with { Change = at.Change with { Model = HostModel.Reference, Votes = [] }, Command = new ReauthorizeChange(), Facts = HostModel.Known(at.Facts) } : null!,
            new Fault("change.ratification.still-stands", at => at with { Change = at.Change with { Votes = [new Vote(Anna.Id, VoteChoice.Approve, at.Change.Digest, at.At, string.Empty)] } })),
        new("defer", () => At("normal", "Defer", "Submit"), NoReason, new Fault("change.deferral.not-ahead", at => at with { Command = new DeferChange(at.At, Because(at)) })),
        new("resume", () => At("normal", "Resume", "Submit", "Defer"), new Fault("change.deferral.not-over", at => at with { Actor = Cast.Rita })),
        new("amend", () => At("normal", "Amend"), new Fault("change.amendment.empty", at => at with { Command = new AmendChange(at.Content) })),
        new("amend a standard change", () => At("standard", "Amend", "Submit"), new Fault("change.template.swapped", at => at with { Command = new AmendChange(at.Content with { Template = new TemplateId("other") }) })),
        new("amend a pre-approved change", () => At("pre-approved", "Amend", "Submit"), new Fault("change.template.unknown-for-edit", at => at with { Facts = at.Facts with { Template = null } })),
        new(
            "change the type",
            () => At("normal", "ChangeType"),
            new Fault("change.type.begins-elsewhere", at => at with { Command = new RetypeChange("retrospective") }),
            new Fault("change.type.same", at => at with { Command = new RetypeChange("normal") }),
            new Fault("change.type.unknown", at => at with { Command = new RetypeChange("unheard-of") })),
        new(
            "submit a pre-approved change under a scheme that counts",
            () => At("pre-approved", "Submit") is var at ? at with { Facts = at.Facts with { Scheme = Counting, Similar = new SimilarChanges(200, 199) } } : null!,
            new Fault("change.template.risk-unknown", at => at with { Facts = at.Facts with { Similar = null } })),
        new("fall back", () => At("standard", "FallBack", "Submit"), NoReason, Template("change.template.still-stands", _ => Cast.Template), NoTemplate),
    ];

    private static ValueList<Target> Reached(Situation at) =>
        at.Change.Content.Services.SelectMany(service => at.Change.Content.Environments.Select(environment => new Target(service, environment))).ToValueList();

    private static Situation Boarding()
    {
        var at = At("normal", "Schedule", "Submit", "CompleteAssessment", "Authorize");
        return at with { Command = ScheduleChange.On(Release), Facts = at.Facts with { Carrier = new CarrierStanding(Release, true, Asked(at), Reached(at)) } };
    }

    private static IEnumerable<Scenario> Slots() =>
    [
        new("schedule", () => Windowed(At("normal", "Schedule", "Submit", "CompleteAssessment", "Authorize")), Scheduling()),
        new("reschedule", () => Windowed(At("normal", "Reschedule", "Submit", "CompleteAssessment", "Authorize", "Schedule")), Scheduling()),
        new(
            "schedule aboard a release",
            Boarding,
            new Fault("change.carrier.goes-elsewhere", at => at with { Facts = at.Facts with { Carrier = at.Facts.Carrier! with { Targets = [] } } }),
            new Fault("change.carrier.not-ready", at => at with { Facts = at.Facts with { Carrier = at.Facts.Carrier! with { Carries = false } } })),
        new(
            "schedule aboard a release that is not known",
            Boarding,
            new Fault("change.carrier.not-ready", at => at with { Facts = at.Facts with { Carrier = null } })),
        new("lapse a slot", () => At("normal", "LapseSlot", "Submit", "CompleteAssessment", "Authorize", "Schedule"), new Fault("change.slot.not-over", at => at with { At = at.Change.Slots[0].Start })),
        new("start", () => Windowed(At("normal", "Start", "Submit", "CompleteAssessment", "Authorize", "Schedule")), Starting()),
        new(
            "start aboard a release",
            () => At("normal", "Start", "Submit", "CompleteAssessment", "Authorize", "Schedule") is var at ? at with { Change = at.Change with { Aboard = Release }, Facts = at.Facts with { Carrier = new CarrierStanding(Release, true, at.Change.Slots, Reached(at)) } } : null!,
            new Fault("change.carrier.moved", at => at with { Facts = at.Facts with { Carrier = at.Facts.Carrier! with { Slots = [new Slot(at.At, at.At + Duration.FromHours(9))] } } }),
            new Fault("change.carrier.not-ready", at => at with { Facts = at.Facts with { Carrier = null } })),
        new("start a pre-approved change", () => At("pre-approved", "Start", "Submit", "Schedule"), LapsedTemplate, NoTemplate),
    ];

    private static IEnumerable<Scenario> Emergencies() =>
    [
        new("start an emergency now", () => At("emergency", "Start", "Submit", "Authorize"), [.. DependencyScenarios.Waiting, NoEffort, FrozenNow, NoCalendar, NoSeverity, NoDebts, NoTerms, .. Approvals("authorization")]),
        new(
            "propose to break glass",
            () => At("emergency", "RequestBreakGlass"),
            NoReason,
            TooMild,
            NoSeverity,
            UsedUp,
            Uncounted,
            Overdue,
            NoDebts,
            NoTerms,
            new Fault("change.emergency.proposer-not-a-person", at => at with { Actor = Cast.Bot }),
            NoAccounts),
        new(
            "break glass",
            () => At("emergency", "BreakGlass"),
            DependencyScenarios.Waiting[0],
            DependencyScenarios.Waiting[1],
            NoEffort,
            FrozenNow,
            NoCalendar,
            TooMild,
            NoSeverity,
            UsedUp,
            Uncounted,
            Overdue,
            NoDebts,
            NoTerms,
            new Fault("change.emergency.same-person", at => at with { Actor = Cast.Petra }),
            NoAccounts,
            new Fault("change.emergency.proposal-expired", at => at with { At = at.Change.BreakGlassRequest!.Expires }),
            new Fault("change.emergency.proposal-missing", at => at with { Change = at.Change with { BreakGlassRequest = null } })),
        new("authorize an emergency in spite of debt", () => At("emergency", "Authorize", "Submit", "CastVote", "CastVote", "CastVote"), Refusing, NoTerms),
        new("start an emergency in spite of debt", () => At("emergency", "Start", "Submit", "CastVote", "CastVote", "CastVote", "Authorize"), Refusing, NoTerms),
        new(
            "escalate",
            () => At("emergency", "Escalate", "Submit", "Authorize", "Start"),
            new Fault("change.debt.not-overdue", at => at with { At = at.Change.Debt!.RatifyBy - Duration.FromNanoseconds(1_000) }),
            new Fault("change.debt.nothing-to-escalate", at => at with { Change = at.Change with { Escalated = [DebtPart.Ratification, DebtPart.Review] } })),
    ];

    private static IEnumerable<Scenario> Endings() =>
    [
        .. PermitScenarios.All,
        new("review", () => At("standard", "RecordReview", "Submit", "Authorize", "Schedule", "Start", "Complete"), new Fault("change.review.contradicts", at => at with { Command = new ReviewChange(ReviewOutcome.BackedOut) })),
        new(
            "close a normal change",
            () => At("normal", "Close", "Submit", "CompleteAssessment", "Authorize", "Schedule", "Start", "Complete"),
            new Fault("change.review.person-missing", at => at with { Change = at.Change with { Review = at.Change.Review! with { Reviewer = Cast.Bot } } }),
            new Fault("change.review.missing", at => at with { Change = at.Change with { Review = null } })),
        new(
            "close a standard change",
            () => At("standard", "Close", "Submit", "Authorize", "Schedule", "Start", "Complete"),
            new Fault("change.review.person-missing-after-trouble", at => at with { Change = at.Change with { Review = new Review(ReviewOutcome.Failed, string.Empty, Cast.Bot) } }),
            new Fault("change.review.missing", at => at with { Change = at.Change with { Review = null } })),
        new(
            "close what was repudiated",
            () => At("retrospective", "Close", "Submit", "Repudiate"),
            new Fault("change.reversal.open", at => at with { Command = new CloseChange() }),
            new Fault("change.review.missing", at => at with { Change = at.Change with { Review = null } })),
        new(
            "close what was ratified",
            () => At("retrospective", "Close", "Submit", "Ratify"),
            new Fault("change.review.missing", at => at with { Change = at.Change with { Review = null } })),
        .. new[] { "Reject", "Hold", "Cancel", "Annotate" }.Select(trigger => new Scenario($"{trigger}, with a reason", () => At("normal", trigger, "Submit"), NoReason)),
    ];

    private static Fault[] Voting(string act) =>
    [
        new($"change.{act}.voter-not-a-person", at => at with { Actor = Actor.Service(Anna.Id, null) }),
        new($"change.{act}.voter-contributed", at => at with { Change = at.Change with { Contributors = at.Change.Contributors.With(Anna, "editor") } }),
        new($"change.{act}.vote-sees-other-content", at => at with { Command = new VoteOnChange(VoteChoice.Approve, Digest.Zero) }),
        new($"change.{act}.voted-already", at => at with { Change = at.Change with { Votes = [new Vote(Anna.Id, VoteChoice.Reject, at.Change.Digest, at.At, string.Empty)] } }),
        new($"change.{act}.voter-not-eligible", at => at with { Facts = at.Facts with { Directory = Cast.NewBoard } }),
        new($"change.{act}.directory-missing", NoDirectory),
        new($"change.{act}.policy-missing", NoPolicy),
    ];

    private static Fault[] Delegating(string act) =>
    [
        new($"change.{act}.delegation-missing", at => Lets(at, (Zed, Anna.Id))),
        new($"change.{act}.delegation-cyclic", at => Lets(at, [.. at.Facts.Directory!.Delegations.Select(known => (known.From, known.To)), (Zed, Carla), (Carla, Zed), (Boris, Zed)])),
        new($"change.{act}.seat-spoken", at => at with { Change = at.Change with { Votes = [new Vote(Carla, VoteChoice.Abstain, at.Change.Digest, at.At, string.Empty) { Chain = [Boris, Carla] }] } }),
        new($"change.{act}.seat-not-eligible", at => at with { Facts = at.Facts with { Policy = Asking(at, Ask.Person(Anna.Id)) } }),
        new($"change.{act}.step-not-open", at => at with { Facts = at.Facts with { Policy = Asking(at, Ask.InSequence(Ask.Person(Carla), at.Facts.Policy!.Rules[0].Asks)) } }),
        new($"change.{act}.directory-missing", NoDirectory),
        new($"change.{act}.policy-missing", NoPolicy),
    ];

    private static Fault[] Recording(string act) =>
    [
        new($"change.{act}.recorder-not-eligible", at => at with { Actor = at.Actor.IsService ? at.Actor : Cast.Oscar }),
        new($"change.{act}.voter-not-a-person", at => at with { Actor = Actor.Service(at.Actor.Id, null) }),
        new($"change.{act}.decider-contributed", at => at with { Change = at.Change with { Contributors = at.Change.Contributors.With(Cast.Clara, "editor").With(Cast.Oscar, "editor") } }),
        new($"change.{act}.vote-sees-other-content", at => at with { Command = Deciding(at) with { Seen = Digest.Zero } }),
        new($"change.{act}.board-decided-already", at => at with { Change = at.Change with { Votes = [new Vote(Cast.Clara.Id, VoteChoice.Reject, at.Change.Digest, at.At, string.Empty) { Board = new BoardDecision(Cast.Cab.Id, []) }] } }),
        new($"change.{act}.board-quorum-missing", at => at with { Command = Deciding(at) with { Attendance = [Anna.Id, Anna.Id, Cast.Rita.Id, Zed] } }),
        new($"change.{act}.board-not-asked", at => at with { Facts = at.Facts with { Policy = Asking(at, Ask.Of(1, Cast.Board)) } }),
        new($"change.{act}.board-unknown", at => at with { Facts = at.Facts with { Directory = at.Facts.Directory! with { Boards = [Cast.Cab, Cast.Cab] } } }),
        new($"change.{act}.directory-missing", NoDirectory),
        new($"change.{act}.policy-missing", NoPolicy),
    ];

    private static Fault[] OutOfTurn(string act) =>
    [
        new($"change.{act}.board-not-in-turn", at => at with { Facts = at.Facts with { Policy = Asking(at, Ask.InSequence(Ask.Person(Anna.Id), Ask.Board(Cast.Cab.Id))) } }),
        new($"change.{act}.directory-missing", NoDirectory),
    ];

    private static Fault[] Withdrawing(string act) =>
    [
        NoReason,
        new($"change.{act}.recorder-not-eligible", at => at with { Actor = at.Actor.IsService ? at.Actor : Cast.Oscar }),
        new($"change.{act}.voter-not-a-person", at => at with { Actor = Actor.Service(at.Actor.Id, null) }),
        new($"change.{act}.decider-contributed", at => at with { Change = at.Change with { Contributors = at.Change.Contributors.With(Cast.Clara, "editor").With(Cast.Oscar, "editor") } }),
        new($"change.{act}.board-decision-missing", at => at with { Change = at.Change with { Votes = [new Vote(Cast.Clara.Id, VoteChoice.Reject, at.Change.Digest, at.At, string.Empty)] } }),
        new($"change.{act}.board-unknown", at => at with { Facts = at.Facts with { Directory = at.Facts.Directory! with { Boards = [] } } }),
        new($"change.{act}.directory-missing", NoDirectory),
    ];

    private static RecordBoardDecision Deciding(Situation at) => (RecordBoardDecision)at.Command;

    private static Fault[] Approvals(string act) =>
    [
        new($"change.{act}.approvals-missing", NoVotes),
        new($"change.{act}.directory-missing", NoDirectory),
        new($"change.{act}.policy-missing", NoPolicy),
    ];

    private static Fault[] Scheduling() =>
    [
        new("change.slot.frozen", at => at with { Freeze = Asked(at)[0] }),
        new("change.slot.closed", at => at with { Window = new Slot(at.Window!.Start, Asked(at)[0].Start + Duration.FromMinutes(30)) }),
        new("change.slot.full", at => at with { Facts = at.Facts with { Bookings = Bookings.None with { Others = [new Holding(Asked(at)[0], at.Content.Targets)] } } }),
        NoBookings,
        NoCalendar,
        Lacks("times", content => content with { AcceptableTimes = [new Slot(Cast.Opening, Cast.Opening + Duration.FromMinutes(1))] }, "change.slot.outside-acceptable-times"),
        Lacks("times", content => content with { AcceptableTimes = [] }, "change.acceptable-times.missing"),
        Lacks("time", content => content with { Effort = new Effort(Duration.Zero, Duration.FromHours(90), Duration.Zero) }, "change.slot.too-short"),
        NoEffort,
        new("change.slot.past", at => at with { At = Asked(at)[0].Start + ChangeModel.OrdinaryGuardBand + Duration.FromMilliseconds(1) }),
        new("change.slot.out-of-order", at => at with { Command = Asking(at, [Asked(at)[0], Asked(at)[0]]) }),
        new("change.slot.missing", at => at with { Command = Asking(at, []) }),
    ];

    private static Fault[] Starting() =>
    [
        new("change.slot.frozen", at => at with { Freeze = at.Change.Slots[0] }),
        new("change.slot.closed", at => at with { Window = new Slot(at.Window!.Start, at.Change.Slots[0].Start + Duration.FromMinutes(30)) }),
        new("change.booking.lost", at => at with { Facts = at.Facts with { Bookings = Bookings.None } }),
        NoBookings,
        NoCalendar,
        new("change.permit.chain-head-unknown", at => at with { Facts = at.Facts with { ChainHead = null } }),
        Lacks("times", content => content with { AcceptableTimes = [new Slot(Cast.Opening, Cast.Opening + Duration.FromMinutes(1))] }, "change.slot.outside-acceptable-times"),
        Lacks("time", content => content with { Effort = new Effort(Duration.Zero, Duration.FromHours(90), Duration.Zero) }, "change.start.too-late"),
        NoEffort,
        .. DependencyScenarios.Waiting,
        new("change.start.outside-slot", at => at with { At = at.Change.Slots[0].Start }),
        .. Approvals("authorization"),
    ];

    internal static Situation At(string model, string trigger, params string[] way) => Situation.Of(new Traveler(model).Go(way), trigger);

    private static Situation OnBehalf(Situation at) => Lets(at, (Boris, Anna.Id), (Zed, Anna.Id)) with { Command = new VoteOnChange(VoteChoice.Approve, at.Change.Digest, string.Empty, Boris) };

    private static Situation Lets(Situation at, params (ActorId From, ActorId To)[] pairs) => at with
    {
        Facts = at.Facts with { Directory = at.Facts.Directory! with { Delegations = pairs.Select(pair => new Delegation(pair.From, pair.To, Cast.Opening, Cast.Opening + Duration.FromDays(1_000))).ToValueList() } },
    };

    private static ApprovalPolicy Asking(Situation at, ApprovalExpression asks) =>
        at.Facts.Policy! with { Rules = at.Facts.Policy.Rules.Select(rule => new ApprovalRule(rule.SubjectClass, rule.Act, asks)).ToValueList() };

    private static Situation Windowed(Situation at) => at with { Window = new Slot(Cast.Opening, Cast.Opening + Duration.FromDays(2)) };

    private static ValueList<Slot> Asked(Situation at) => at.Command.AskedSlots ?? at.Change.Slots;

    private static ChangeCommand Asking(Situation at, ValueList<Slot> slots) => at.Command is ScheduleChange ? new ScheduleChange(slots) : new RescheduleChange(slots);

    private static string Because(Situation at) => at.Command.Because ?? string.Empty;

    private static Situation NoDirectory(Situation at) => at with { Facts = at.Facts with { Directory = null } };

    private static Situation NoPolicy(Situation at) => at with { Facts = at.Facts with { Policy = null } };

    private static Situation NoVotes(Situation at) => at with { Change = at.Change with { Votes = [] } };

    private static Fault Lacks(string what, Func<ChangeContent, ChangeContent> without, string? code = null) =>
        new(code ?? $"change.{what}.missing", at => at with { Content = without(at.Content) });

    private static Fault Deed(string code, Func<Deed, Deed> without) => new(code, at => at with { Content = at.Content with { Deed = without(at.Content.Deed!) } });

    private static Fault Template(string code, Func<TemplateStanding, TemplateStanding> other) => new(code, at => at with { Facts = at.Facts with { Template = other(at.Facts.Template!) } });

    private static ChangeCommand Unreasoned(ChangeCommand command) => command switch
    {
        DeferChange it => it with { Reason = " " },
        RepudiateChange => new RepudiateChange(string.Empty),
        WithdrawBoardDecision it => it with { Reason = "\t" },
        FallBackToNormal => new FallBackToNormal(" "),
        ProposeFreezeOverride it => it with { Reason = " " },
        ProposeBreakGlass => new ProposeBreakGlass(" "),
        RejectChange => new RejectChange(" "),
        HoldChange => new HoldChange("\n"),
        CarryOverVote it => it with { Reason = " " },
        CancelChange => new CancelChange(string.Empty),
        AnnotateChange => new AnnotateChange(string.Empty),
        BackOutChange => new BackOutChange(" "),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "It needs no reason."),
    };
}
