using System.Text.Json;
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Tests.Embedding.Attempts;

/// <summary>What desks refuse is written down where the host wants it, and never in a stream.</summary>
public sealed class AttemptLogTests
{
    private static readonly CommandId Sent = new("sent");

    private readonly InMemoryEventStore _store = new();
    private readonly InMemoryAttemptLog _log = new();
    private readonly World _world;

    public AttemptLogTests() => _world = new World { AttemptLog = _log };

    [Fact]
    public async Task What_is_refused_is_written_down_with_who_when_and_every_reason_and_no_stream_has_it()
    {
        await _world.Bring(_store, World.One);
        var before = await World.Records(_store, World.StreamOf(World.One));

        var outcome = await _world.Changes(_store).FollowAsync(World.One, new AuthorizeChange(), World.Eve, Sent, new CommandId("cause"));

        outcome.IsAccepted.Should().BeFalse();
        var attempt = _log.All.Should().ContainSingle().Subject;
        attempt.Stream.Should().Be(World.StreamOf(World.One));
        attempt.Version.Should().Be(3);
        attempt.Stamp.Should().Be(new Stamp(_world.Now, World.Eve, Sent));
        attempt.Causation.Should().Be(new CommandId("cause"));
        attempt.Type.Should().Be("authorize-change");
        attempt.Refusals.Should().Equal(outcome.Refusals);
        attempt.ToString().Should().Be("authorize-change on acme/change/CHG-1@3: change.authorization.approvals-missing");
        (await World.Records(_store, World.StreamOf(World.One))).Should().Equal(before);
    }

    public static TheoryData<ChangeCommand> Nonsense => new()
    {
        new VoteOnChange((VoteChoice)99, Digest.Zero),
        new VoteOnChange(VoteChoice.Approve, null!),
        new AnnotateChange(null!),
        new OpenChange(World.One, "normal", null!),
    };

    // What no JSON can say is refused as it is without a log, and the log has the "no" without it.
    [Theory]
    [MemberData(nameof(Nonsense))]
    public async Task Nonsense_is_answered_the_same_with_a_log_and_without_one(ChangeCommand command)
    {
        await _world.Schedule(_store, (await _world.Bring(_store, World.One, World.Bob, World.Cid)).Id, World.Night(0));
        var without = await Answered(new World { Now = _world.Now }.Changes(_store), command);

        (await Answered(_world.Changes(_store), command)).Should().Be(without);

        _log.All.Should().OnlyContain(attempt => JsonDocument.Parse(attempt.ToJson(), default).RootElement.GetProperty("type").GetString() == attempt.Type);
        _log.All.Count.Should().Be(without.StartsWith("no: ", StringComparison.Ordinal) ? 1 : 0);
    }

    private static async Task<string> Answered(ChangeDesk desk, ChangeCommand command)
    {
        try
        {
            var outcome = await desk.HandleAsync(World.One, command, World.Otto, Sent);
            return outcome.IsAccepted ? "yes" : $"no: {string.Join(' ', outcome.Refusals)}";
        }
        catch (Exception thrown)
        {
            return thrown.GetType().Name;
        }
    }

    [Fact]
    public async Task What_is_asked_accepted_or_was_done_already_is_not_written_down()
    {
        await _world.Bring(_store, World.One, World.Bob, World.Cid);
        var desk = _world.Changes(_store);

        (await desk.ExplainAsync(World.One, new StartChange(), World.Otto, Sent)).IsAccepted.Should().BeFalse();
        await desk.AskAsync(World.One, World.Otto);
        await _world.Schedule(_store, World.One, World.Night(0));
        (await _world.Schedule(_store, World.One, World.Night(0))).Version.Should().Be(7);

        _log.All.Should().BeEmpty();
    }

    [Fact]
    public async Task Every_desk_writes_down_what_it_refuses_and_the_command_reads_back()
    {
        var settings = new DeskSettings(World.Tenant) { AttemptLog = _log };
        var (start, go, propose, cancel, release, depart) = (new StartChange(), new DecideGo(), new SuspendTemplate("why"), new CancelMeeting("why"), new ReleaseBooking(new HolderId("h"), new CommandId("b")), new DepartTrain(new NodaTime.LocalDateTime(2026, 11, 3, 22, 0)));

        await _world.Changes(_store).HandleAsync(World.One, start, World.Otto, Sent);
        await _world.Releases(_store).HandleAsync(World.Train, go, World.Otto, Sent);
        await new TemplateDesk(_store, _world.Book, _world, settings).HandleAsync(new TemplateId("T-1"), propose, World.Otto, Sent);
        await new BoardDesk(_store, _world.Book, _world, settings).HandleAsync(new MeetingId("M-1"), cancel, World.Otto, Sent);
        await new BookingDesk(_store, _world.Book, _world, settings).HandleAsync(LedgerKey.Of(new CalendarId("nights")), release, World.Otto, Sent);
        await _world.Trains(_store).HandleAsync(new TrainId("weekly"), depart, World.Otto, Sent);

        _log.All.Select(attempt => $"{attempt.Type} {attempt.Stream}").Should().Equal(
            "start-change acme/change/CHG-1", "decide-go acme/release/REL-1", "suspend-template acme/template/T-1", "cancel-meeting acme/meeting/M-1", "release-booking acme/bookings/nights", "depart-train acme/train/weekly");
        ChangeJson.ReadCommand(_log.All[0].Payload.Span).Should().Be(start);
        ReleaseJson.ReadCommand(_log.All[1].Payload.Span).Should().Be(go);
        TemplateJson.ReadCommand(_log.All[2].Payload.Span).Should().Be(propose);
        MeetingJson.ReadCommand(_log.All[3].Payload.Span).Should().Be(cancel);
        BookingJson.ReadCommand(_log.All[4].Payload.Span).Should().Be(release);
        TrainJson.ReadCommand(_log.All[5].Payload.Span).Should().Be(depart);
    }

    [Fact]
    public async Task What_gives_up_because_others_are_always_faster_is_written_down_too()
    {
        await _world.Bring(_store, World.One, World.Bob, World.Cid);

        await _world.Changes(new CrowdedStore(_store)).HandleAsync(World.One, new AnnotateChange("a note"), World.Ann, Sent);

        _log.All.Should().ContainSingle().Which.Refusals.Should().ContainSingle().Which.Code.Should().Be("embedding.stream.contended");
    }

    [Fact]
    public async Task When_it_cannot_be_written_down_the_call_fails_and_sent_again_it_is_decided_again()
    {
        await _world.Bring(_store, World.One);
        var broken = new World { AttemptLog = new BrokenLog() };
        var before = await World.Records(_store, World.StreamOf(World.One));

        await FluentActions.Awaiting(() => broken.Changes(_store).HandleAsync(World.One, new AuthorizeChange(), World.Eve, Sent).AsTask()).Should().ThrowAsync<IOException>();

        (await World.Records(_store, World.StreamOf(World.One))).Should().Equal(before);
        (await _world.Changes(_store).HandleAsync(World.One, new AuthorizeChange(), World.Eve, Sent)).IsAccepted.Should().BeFalse();
    }

    [Fact]
    public async Task As_json_it_is_one_line_that_has_all_of_it()
    {
        await _world.Bring(_store, World.One, World.Bob, World.Cid);
        await _world.Schedule(_store, World.One, World.Night(0));
        await _world.Changes(_store).HandleAsync(World.One, new StartChange(), World.Otto, Sent);

        var text = System.Text.Encoding.UTF8.GetString(_log.All.Single().ToJson());
        text.Should().NotContain("\n");
        using var json = JsonDocument.Parse(text);
        json.RootElement.EnumerateObject().Select(member => member.Name).Should().Equal("tenant", "kind", "key", "version", "at", "actor", "commandId", "causation", "type", "command", "refusals");
        json.RootElement.GetProperty("at").GetString().Should().Be("2026-11-02T09:00:00Z");
        json.RootElement.GetProperty("actor").GetString().Should().Be("otto");
        json.RootElement.GetProperty("command").GetProperty("type").GetString().Should().Be("start-change");
        json.RootElement.GetProperty("refusals")[0].GetProperty("code").GetString().Should().Be("change.start.outside-slot");
        json.RootElement.GetProperty("refusals")[0].GetProperty("earliest").GetString().Should().Be("2026-11-02T22:00:30Z");
        json.RootElement.GetProperty("refusals")[0].GetProperty("remedies")[0].GetString().Should().Be("Wait until 2026-11-02T22:00:30Z");
    }

    [Fact]
    public void An_attempt_without_a_refusal_is_none()
    {
        var stamp = new Stamp(World.Opening, World.Ann, Sent);

        FluentActions.Invoking(() => new RefusedAttempt(World.StreamOf(World.One), 0, stamp, null, "start-change", "{}"u8, [])).Should().Throw<ArgumentOutOfRangeException>();
    }

    private sealed class BrokenLog : IAttemptLog
    {
        public ValueTask AddAsync(RefusedAttempt attempt, CancellationToken cancellation) => throw new IOException("The log is full.");
    }
}
