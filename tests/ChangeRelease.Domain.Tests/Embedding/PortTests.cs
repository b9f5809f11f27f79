using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Tests.History;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>Feed, outbox and documents in memory: misuse, names and values. What they keep is the store contract's affair.</summary>
public sealed class PortTests
{
    private static readonly StreamId Stream = Chains.Stream();

    private static readonly CommandId Command = new("cmd-1");

    private static readonly DocumentKey Key = new(new TenantId("acme"), "calendar", "nights");

    private readonly InMemoryEventStore _store = new();

    private readonly InMemoryDocumentStore _documents = new();

    public static TheoryData<string, OutboxMessage?[]> Misplaced => new()
    {
        { "missing", [null] },
        { "of another stream", [Message(1, stream: Chains.Stream(key: "CHG-8"))] },
        { "of another command", [Message(1, command: new CommandId("cmd-2"))] },
        { "not numbered from 1 on", [Message(2)] },
        { "numbered with a gap", [Message(1), Message(3)] },
        { "numbered twice alike", [Message(1), Message(1)] },
    };

    [Theory]
    [MemberData(nameof(Misplaced))]
    public async Task Messages_that_do_not_belong_to_an_append_are_an_argument_error_and_nothing_is_written(string what, OutboxMessage?[] messages)
    {
        var appending = async () => await _store.AppendAsync(Stream, 0, Command, [Chains.First(Stream, "cmd-1")], messages!, default);

        await appending.Should().ThrowAsync<ArgumentException>(what);
        (await _store.ReadAsync(Stream, 0, default).CountAsync()).Should().Be(0);
        (await _store.ReadFeedAsync(0, default).CountAsync()).Should().Be(0);
        (await _store.ReadPendingAsync(default).CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task An_append_without_messages_is_in_the_feed_and_not_in_the_outbox()
    {
        var record = Chains.First(Stream, "cmd-1");

        await _store.AppendAsync(Stream, 0, Command, [record], default);

        (await _store.ReadFeedAsync(0, default).ToListAsync()).Should().Equal(new FeedEntry(1, record));
        (await _store.ReadPendingAsync(default).CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task A_canceled_save_or_settlement_has_changed_nothing()
    {
        var canceled = new CancellationToken(canceled: true);
        await _store.AppendAsync(Stream, 0, Command, [Chains.First(Stream, "cmd-1")], [Message(1)], default);

        await FluentActions.Awaiting(async () => await _store.SettleAsync(Message(1), canceled)).Should().ThrowAsync<OperationCanceledException>();
        await FluentActions.Awaiting(async () => await _documents.SaveAsync(Key, 0, default, canceled)).Should().ThrowAsync<OperationCanceledException>();

        (await _store.ReadPendingAsync(default).ToListAsync()).Should().Equal(Message(1));
        (await _documents.FindAsync(Key, null, default)).Should().BeNull();
    }

    [Fact]
    public async Task Nothing_and_less_than_nothing_are_no_arguments()
    {
        await FluentActions.Awaiting(async () => await _store.ReadFeedAsync(-1, default).CountAsync()).Should().ThrowAsync<ArgumentOutOfRangeException>();
        await FluentActions.Awaiting(async () => await _store.SettleAsync(null!, default)).Should().ThrowAsync<ArgumentNullException>();
        await FluentActions.Awaiting(async () => await _documents.SaveAsync(null!, 0, default, default)).Should().ThrowAsync<ArgumentNullException>();
        await FluentActions.Awaiting(async () => await _documents.SaveAsync(Key, -1, default, default)).Should().ThrowAsync<ArgumentOutOfRangeException>();
        await FluentActions.Awaiting(async () => await _documents.FindAsync(null!, null, default)).Should().ThrowAsync<ArgumentNullException>();
        FluentActions.Invoking(() => Message(0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new StoredDocument(Key, 0, [])).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData("Calendar", "nights")]
    [InlineData("calendar-", "nights")]
    [InlineData("", "nights")]
    [InlineData("calendar", "")]
    [InlineData("calendar", " nights")]
    [InlineData("calendar", "ni\u0000ghts")]
    public void A_document_has_a_kind_in_kebab_case_and_a_well_formed_name(string kind, string name) =>
        FluentActions.Invoking(() => new DocumentKey(Key.Tenant, kind, name)).Should().Throw<ArgumentException>();

    [Fact]
    public void A_message_has_a_topic_that_is_well_formed() =>
        FluentActions.Invoking(() => new OutboxMessage(Stream, Command, 1, " x", [])).Should().Throw<ArgumentException>().WithMessage("A message's topic may not begin or end with a blank.*");

    [Fact]
    public void Messages_and_documents_are_equal_when_every_byte_is()
    {
        Message(1).Should().Be(Message(1)).And.NotBe(Message(2));
        new OutboxMessage(Stream, Command, 1, "approvals", "{} "u8).Should().NotBe(Message(1));
        new StoredDocument(Key, 1, "{}"u8).Should().Be(new StoredDocument(Key, 1, "{}"u8)).And.NotBe(new StoredDocument(Key, 1, "{ }"u8)).And.NotBe(new StoredDocument(Key, 2, "{}"u8));
    }

    [Fact]
    public void They_say_what_they_are()
    {
        Message(1).ToString().Should().Be($"{Stream} cmd-1 #1 approvals");
        new StoredDocument(Key, 3, []).ToString().Should().Be("acme/calendar/nights@3");
        new FeedEntry(17, Chains.First(Stream, "cmd-1")).ToString().Should().Be($"17: {Chains.First(Stream, "cmd-1")}");
    }

    private static OutboxMessage Message(int number, StreamId? stream = null, CommandId? command = null) => new(stream ?? Stream, command ?? Command, number, "approvals", "{}"u8);
}
