using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using NodaTime;
using QuickStart.Journeys;

namespace QuickStart.Acts;

/// <summary>A pre-approval lapsed and fell back: a template is published and followed, goes wrong, and the change in flight is assessed after all (S-30, S-31).</summary>
internal sealed class LapsedPreApproval
{
    private static readonly Instant _begins = Instant.FromUtc(2026, 11, 2, 9, 0);
    private static readonly RoleId _cab = new("cab");
    private static readonly TemplateId _template = new("restart-search");
    private static readonly ChangeId _done = new("CHG-21");
    private static readonly ChangeId _waiting = new("CHG-22");
    private static readonly Actor _author = Person("ines");
    private static readonly Actor _operator = Person("omar");
    private static readonly ValueList<Actor> _board = [Person("bea"), Person("carl")];

    private static readonly TemplateContent _content = new()
    {
        Title = "Restart the search",
        Services = [new ServiceId("search")],
        Environments = [new EnvironmentId("production")],
        RiskCeiling = Grade.Low,
        ImplementationPlan = ChangePlan.Of("Restart one node after the other"),
        TestPlan = ChangePlan.Of("Search for a known title on each node"),
        RemediationPlan = ChangePlan.Of("Start the node from yesterday's image"),
        Parameters = [new NumberParameter("nodes", "How many nodes.", 1, 3)],
        Validity = Duration.FromDays(90),
        MaximumUses = 10,
        Budget = new FailureBudget(failures: 1, ofLast: 5, toleratedIncident: Grade.Medium),
    };

    private readonly StoryClock _clock = new(_begins);
    private readonly Story _story = new(_template.Value, "template", "A pre-approval lapsed and fell back");
    private readonly TemplateDesk _templates;
    private readonly ChangeDesk _changes;
    private int _commands;

    private LapsedPreApproval()
    {
        var (store, facts, settings) = (new InMemoryEventStore(), Facts(), new DeskSettings(Stage.Tenant));
        (_templates, _changes) = (new TemplateDesk(store, facts, _clock, settings), new ChangeDesk(store, facts, _clock, settings));
    }

    /// <summary>Plays the act.</summary>
    /// <returns>Everything that was tried, in order.</returns>
    public static async Task<Story> PlayAsync()
    {
        var act = new LapsedPreApproval();
        await act.PublishAsync();
        await act.FollowAsync(_waiting, nodes: 5);
        await act.FollowAsync(_done, nodes: 2);
        await act.FailAsync();
        await act.FallBackAsync();
        return act._story;
    }

    private async Task PublishAsync()
    {
        await DoAsync(_author, "proposes a template", new ProposeTemplate(_template, _content));
        await DoAsync(_author, "hands it in", new SubmitTemplate());
        var seen = (await _templates.FindAsync(_template))!.Digest;
        foreach (var member in _board)
        {
            await DoAsync(member, "approves the template", new VoteOnTemplate(VoteChoice.Approve, seen));
        }

        await DoAsync(_author, "publishes it", new PublishTemplate());
    }

    /// <summary>Submits a change under the template; one that asks for too much is brought within the bounds.</summary>
    private async Task FollowAsync(ChangeId id, long nodes)
    {
        await DoAsync(id, _operator, $"opens {id} under the template", new OpenChange(id, "pre-approved", Wish(nodes)));
        if (!await DoAsync(id, _operator, $"submits {id}, nobody is asked again", new SubmitChange()))
        {
            await DoAsync(id, _operator, $"amends {id} to what the template allows", new AmendChange(Wish(3)));
            await DoAsync(id, _operator, $"submits {id}, nobody is asked again", new SubmitChange());
        }

        var begins = _clock.Now + Duration.FromHours(1);
        await DoAsync(id, _operator, $"schedules {id}", new ScheduleChange(new Slot(begins, begins + Duration.FromHours(2))));
    }

    private async Task FailAsync()
    {
        _clock.AdvanceTo((await _changes.FindAsync(_done))!.Slots[0].Start + Duration.FromMinutes(1));
        await DoAsync(_done, _operator, $"starts {_done}", new StartChange());
        await DoAsync(_done, _operator, $"backs {_done} out", new BackOutChange("A node did not come back"));
        await DoAsync(_done, _operator, $"ends the back-out of {_done}", new FinishBackOut());
        await DoAsync(_done, _board[0], $"reviews {_done}", new ReviewChange(ReviewOutcome.BackedOut, "The image was too old"));
        await DoAsync(_done, _board[0], $"closes {_done}, and the failure counts", new CloseChange());
    }

    private async Task FallBackAsync()
    {
        await DoAsync(_waiting, _operator, $"starts {_waiting}", new StartChange());
        await foreach (var (id, outcome) in _changes.SweepTemplateAsync(_template, "The restarts are looked into", _board[0], Next()))
        {
            Add(_board[0], $"sweeps: {id} falls back to a {outcome.Subject!.Model.Id} change", outcome.Subject.Status.Name, outcome.Refusals);
        }
    }

    private static ChangeContent Wish(long nodes) => _content.FillIn(_template, new ChangeContent
    {
        Title = "Restart the search",
        Justification = "Its memory fills up",
        Services = _content.Services,
        Environments = _content.Environments,
        Effort = new Effort(Duration.Zero, Duration.FromMinutes(30), Duration.FromMinutes(15)),
        AcceptableTimes = [new Slot(_begins, _begins + Duration.FromDays(14))],
        TemplateArguments = Arguments.Of(Parameter.Number("nodes", "How many nodes."), nodes),
    });

    private async Task DoAsync(Actor who, string what, TemplateCommand command)
    {
        var outcome = await _templates.HandleAsync(_template, command, who, Next());
        Add(who, what, outcome.Subject?.Status.Name ?? "not proposed", outcome.Refusals);
    }

    private async Task<bool> DoAsync(ChangeId id, Actor who, string what, ChangeCommand command)
    {
        var outcome = await _changes.HandleAsync(id, command, who, Next());
        Add(who, what, outcome.Subject?.Status.Name ?? "not opened", outcome.Refusals);
        return outcome.IsAccepted;
    }

    private void Add(Actor who, string what, string state, ValueList<Refusal> refusals)
    {
        _story.Add(new Attempt(_clock.Now, who, what, state, refusals));
        _clock.AdvanceTo(_clock.Now + Duration.FromMinutes(5));
    }

    private CommandId Next() => new(FormattableString.Invariant($"act-{++_commands}"));

    private static Actor Person(string name) => Actor.Human(new ActorId(name));

    private static FactBook Facts() => new()
    {
        Calendar = ChangeCalendar.Define(new CalendarId("always"), 1, CalendarDefault.OpenByDefault, [], DateTimeZoneProviders.Tzdb),
        Directory = new DirectorySnapshot("act", [new Membership(_cab, _board.Select(member => member.Id).ToValueList())]),
        Scheme = AssessmentScheme.Plain,
        Policy = new ApprovalPolicy(new PolicyId("act"), 1, [new ApprovalRule(TemplateAttempt.SubjectClass, ApprovalAct.Authorize, Ask.Of(2, _cab))]),
    };
}
