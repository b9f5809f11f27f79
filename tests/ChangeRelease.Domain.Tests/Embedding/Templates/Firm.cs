using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Templates;

/// <summary>A small firm that restarts its services under a template: who there is, what time it is, and their desks over any store.</summary>
internal sealed class Firm : IClock
{
    public static readonly Instant Opening = Instant.FromUtc(2026, 11, 2, 9, 0);
    public static readonly Duration HoldStands = Duration.FromMinutes(5);
    public static readonly TemplateId Restart = new("restart");
    public static readonly Actor Paul = World.Person("paul");
    public static readonly Actor Ann = World.Person("ann");
    public static readonly Actor Bob = World.Person("bob");
    public static readonly Actor Cid = World.Person("cid");
    public static readonly Actor Rita = World.Person("rita");
    public static readonly Actor Otto = World.Person("otto");
    public static readonly Actor Dan = World.Person("dan");

    private static readonly RoleId Cab = new("cab");

    private static readonly FactBook Book = new()
    {
        Calendar = ChangeCalendar.Define(new CalendarId("always"), 1, CalendarDefault.OpenByDefault, [], DateTimeZoneProviders.Tzdb),
        Directory = new DirectorySnapshot("1", [new Membership(Cab, [Ann.Id, Bob.Id, Cid.Id]), new Membership(Needs.Assessors, [Dan.Id]), new Membership(ProcessOwnerNeeds<TemplateAttempt>.Role, [Otto.Id])]),
        Scheme = AssessmentScheme.Plain,
        Policy = new ApprovalPolicy(
            new PolicyId("p"),
            1,
            [
                new ApprovalRule(TemplateAttempt.SubjectClass, ApprovalAct.Authorize, Ask.Of(2, Cab)),
                new ApprovalRule("standard", ApprovalAct.Authorize, Ask.Of(1, Cab)),
                new ApprovalRule("normal", ApprovalAct.Authorize, Ask.Of(2, Cab)),
            ]),
    };

    private int _serial;

    public static TemplateContent Content { get; } = new()
    {
        Title = "Restart a service",
        Services = [new ServiceId("payments")],
        Environments = [new EnvironmentId("production")],
        RiskCeiling = Grade.Low,
        ImplementationPlan = ChangePlan.Of("restart"),
        TestPlan = ChangePlan.Of("look at the graph"),
        RemediationPlan = ChangePlan.Of("start the old one"),
        Validity = Duration.FromDays(30),
        Budget = new FailureBudget(2, 3, Grade.Medium),
    };

    public static ChangeContent Work { get; } = Content.FillIn(Restart, new ChangeContent
    {
        Title = "Restart payments",
        Justification = "It leaks",
        Services = [new ServiceId("payments")],
        Environments = [new EnvironmentId("production")],
        Effort = new Effort(Duration.Zero, Duration.FromMinutes(30), Duration.FromMinutes(10)),
        AcceptableTimes = [new Slot(Opening, Opening + Duration.FromDays(400))],
    });

    public Instant Now { get; set; } = Opening;

    public TenantId Of { get; init; } = World.Tenant;

    public static StreamId StreamOf(ChangeId id) => new(World.Tenant, "change", id.Value);

    public static StreamId Stream { get; } = new(World.Tenant, "template", Restart.Value);

    public static async Task<List<TemplateEvent>> Events(IEventStore store, TenantId? tenant = null) =>
        [.. (await World.Records(store, new StreamId(tenant ?? World.Tenant, Stream.Kind, Stream.Key))).Select(record => TemplateJson.ReadEvent(record.Payload.Span))];

    public static async Task<ChangeTemplate> Template(IEventStore store, TenantId? tenant = null) => ChangeTemplate.Fold(await Events(store, tenant))!;

    /// <summary>The most changes that ever had a confirmed use of one version, or had spent one: it never goes down by itself, so the end tells.</summary>
    public static async Task<int> MostUsed(IEventStore store, TenantId? tenant = null)
    {
        ChangeTemplate? template = null;
        var most = 0;
        foreach (var happened in await Events(store, tenant))
        {
            template = ChangeTemplate.Fold(template, happened);
            most = Math.Max(most, template.Versions.Select(version => version.Spent + template.Uses.Count(use => use.Number == version.Number && use.IsConfirmed)).DefaultIfEmpty().Max());
        }

        return most;
    }

    public Instant GetCurrentInstant() => Now;

    public ChangeDesk Changes(IEventStore store) => new(store, Book, this, Settings);

    public TemplateDesk Templates(IEventStore store) => new(store, Book, this, Settings);

    public CommandId Next() => new(FormattableString.Invariant($"f{_serial++}"));

    public async Task<ChangeTemplate> Publish(IEventStore store, TemplateContent? content = null)
    {
        var desk = Templates(store);
        var template = await desk.FindAsync(Restart) is null
            ? await Must(store, new ProposeTemplate(Restart, content ?? Content), Paul)
            : await Must(store, new ReviseTemplate(content ?? Content), Paul);
        template = await Must(store, new SubmitTemplate(), Paul);
        await Must(store, new VoteOnTemplate(VoteChoice.Approve, template.Digest), Ann);
        await Must(store, new VoteOnTemplate(VoteChoice.Approve, template.Digest), Bob);
        return await Must(store, new PublishTemplate(), Otto);
    }

    public async Task<ChangeTemplate> Must(IEventStore store, TemplateCommand command, Actor actor)
    {
        var outcome = await Templates(store).HandleAsync(Restart, command, actor, Next());
        outcome.Refusals.Should().BeEmpty($"{command} is accepted");
        return outcome.Subject!;
    }

    public async Task<ChangeRequest> Must(IEventStore store, ChangeId id, ChangeCommand command, Actor actor)
    {
        var outcome = await Changes(store).HandleAsync(id, command, actor, Next());
        outcome.Refusals.Should().BeEmpty($"{command} is accepted");
        return outcome.Subject!;
    }

    public async Task<string> Told(IEventStore store, ChangeId id, ChangeCommand command, Actor actor)
    {
        var outcome = await Changes(store).HandleAsync(id, command, actor, Next());
        return outcome.IsAccepted ? "accepted" : string.Join(' ', outcome.Refusals.Select(Word).Order(StringComparer.Ordinal));
    }

    public Task<ChangeRequest> Open(IEventStore store, ChangeId id, string model = "pre-approved", ChangeContent? content = null) =>
        Must(store, id, new OpenChange(id, model, content ?? Work), Rita);

    public async Task<ChangeRequest> Submit(IEventStore store, ChangeId id, string model = "pre-approved")
    {
        await Open(store, id, model);
        return await Must(store, id, new SubmitChange(), Rita);
    }

    /// <summary>Makes a submitted change from now on.</summary>
    public async Task<ChangeRequest> Start(IEventStore store, ChangeId id)
    {
        var from = Now + Duration.FromMinutes(5);
        await Must(store, id, new ScheduleChange(new Slot(from, from + Duration.FromHours(1))), Otto);
        Now = from + Duration.FromMinutes(1);
        return await Must(store, id, new StartChange(), Otto);
    }

    /// <summary>Makes, reviews and closes a submitted change.</summary>
    public async Task<ChangeRequest> Finish(IEventStore store, ChangeId id, ReviewOutcome outcome, Grade? incident = null)
    {
        await Start(store, id);
        if (outcome == ReviewOutcome.BackedOut)
        {
            await Must(store, id, new BackOutChange("worse"), Otto);
            await Must(store, id, new FinishBackOut(), Otto);
        }
        else
        {
            await Must(store, id, new CompleteChange(), Otto);
        }

        await Must(store, id, new ReviewChange(outcome, "seen", incident), Dan);
        return await Must(store, id, new CloseChange(), Dan);
    }

    private static string Word(Refusal refusal) => refusal.Code == "change.template.lapsed" ? refusal.Facts.Single(fact => fact.Name == "lapse").Value : refusal.Code;

    private DeskSettings Settings => new(Of) { HoldStands = HoldStands, Attempts = 40 };
}
