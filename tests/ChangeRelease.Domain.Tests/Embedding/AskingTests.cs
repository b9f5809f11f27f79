using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using NodaTime;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>Asking equals doing, and doing twice is doing once, at every step of journeys from a printed seed (S-5, S-7).</summary>
public sealed class AskingTests(ITestOutputHelper output)
{
    private const int Seed = 7_411;
    private const int Journeys = 60;
    private const int Steps = 40;

    private static readonly Actor[] Actors = [World.Ann, World.Bob, World.Cid, World.Eve, World.Dan, World.Otto];

    [Fact]
    public async Task Asking_gives_the_answer_of_doing_and_writes_nothing()
    {
        var (accepted, refused) = (0, 0);
        for (var journey = 0; journey < Journeys; journey++)
        {
            var dice = new Random(Seed + journey);
            var (world, store) = (new World(), new FaultyStore(new InMemoryEventStore(), 0, isAfter: false));
            var desk = world.Changes(store);
            for (var step = 0; step < Steps; step++)
            {
                world.Now += Duration.FromMinutes(dice.Next(90));
                var change = await desk.FindAsync(World.One);
                var (command, actor, id) = (Next(dice, change, world.Now), Actors[dice.Next(Actors.Length)], new CommandId(FormattableString.Invariant($"c{step}")));
                var before = store.Appends;
                var asked = await desk.ExplainAsync(World.One, command, actor, id);
                store.Appends.Should().Be(before);
                (asked.Subject, asked.Version).Should().Be((change, change?.Version ?? 0));

                var done = await desk.HandleAsync(World.One, command, actor, id);
                asked.Decision.Should().Be(done.Decision);
                (accepted, refused) = done.IsAccepted ? (accepted + 1, refused) : (accepted, refused + 1);
                await Again(desk, command, actor, id, done);
            }
        }

        output.WriteLine(FormattableString.Invariant($"seed {Seed}: {accepted} accepted, {refused} refused"));
        accepted.Should().BeGreaterThan(Journeys * Steps / 4);
        refused.Should().BeGreaterThan(Journeys * Steps / 10);
    }

    private static async Task Again(ChangeDesk desk, ChangeCommand command, Actor actor, CommandId id, Outcome<ChangeRequest, ChangeEvent> done)
    {
        if (!done.IsAccepted)
        {
            return;
        }

        var again = await desk.HandleAsync(World.One, command, actor, id);
        (again.IsAccepted, again.Events.Count, again.Subject, again.Version).Should().Be((true, 0, done.Subject, done.Version));
        var reused = await desk.HandleAsync(World.One, new AnnotateChange($"not {id}"), actor, id);
        reused.Refusals.Select(refusal => refusal.Code).Should().Equal("change.request.command-id-reused");
    }

    private static ChangeCommand Next(Random dice, ChangeRequest? change, Instant now) => dice.Next(5) == 0
        ? Any(dice, change, now)
        : change?.Status.Name switch
        {
            null => new OpenChange(World.One, "normal", World.Work),
            "Draft" => new SubmitChange(),
            "Assessing" => new AssessChange(Grade.Low, Grade.Low, "small", [new(World.Opening, World.Opening + Duration.FromDays(60))]),
            "Authorizing" => dice.Next(3) == 0 ? new AuthorizeChange() : new VoteOnChange(VoteChoice.Approve, change.Digest),
            "Approved" => new ScheduleChange(World.Night((int)(now - World.Opening).TotalDays + dice.Next(2))),
            "Scheduled" => dice.Next(2) == 0 ? new StartChange() : Any(dice, change, now),
            "Implementing" => new CompleteChange(),
            "Reviewing" => dice.Next(2) == 0 ? new ReviewChange(ReviewOutcome.Successful) : new CloseChange(),
            _ => Any(dice, change, now),
        };

    private static ChangeCommand Any(Random dice, ChangeRequest? change, Instant now) => dice.Next(10) switch
    {
        0 => new AmendChange((change?.Content ?? World.Work) with { TestPlan = ChangePlan.Of(FormattableString.Invariant($"plan {dice.Next(3)}")) }),
        1 => new HoldChange("wait"),
        2 or 3 => new ResumeChange(),
        4 => new RescheduleChange(World.Night((int)(now - World.Opening).TotalDays + dice.Next(3), dice.Next(90))),
        5 => new UnscheduleChange("not now"),
        6 => new LapseChangeSlot(),
        7 => new WithdrawChangeVote(),
        8 => new AnnotateChange("noted"),
        _ => new ReauthorizeChange(),
    };
}
