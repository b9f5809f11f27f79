using System.Text;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Tests.Changes.Journeys;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>What an older version wrote is read through upcasters; what none knows is refused (S-6, S-70).</summary>
public sealed class OldFormTests
{
    private static readonly ChangeEvent[] Events = [.. new Traveler("normal").Go("Annotate", "Submit", "Annotate").Events];

    // As if notes had once had another name, and a change had once been opened by another word.
    private static readonly Upcasters Known = Upcasters.Of(
        Upcaster.Rename("change-noted", "change-commented", payload => Renamed(payload, "change-noted", "change-commented")),
        Upcaster.Rename("change-commented", "change-annotated", payload => Renamed(payload, "change-commented", "change-annotated")));

    [Fact]
    public async Task Old_forms_are_read_as_those_of_today_and_keep_their_bytes()
    {
        var records = Written(type => type == "change-annotated" ? "change-noted" : type);
        var page = await ReadAsync(records, Streams.Changes with { Upcasters = Known });

        page.Subject.Should().Be(ChangeRequest.Fold(Events));
        page.Head.Should().Be(records[^1].Hash);
        records.Select(record => record.Type).Should().Contain("change-noted");
        HashChain.Verify(records).IsIntact.Should().BeTrue();
    }

    [Fact]
    public async Task A_form_that_nobody_knows_is_refused_and_not_guessed() =>
        await FluentActions.Awaiting(() => ReadAsync(Written(type => type == "change-annotated" ? "change-noted" : type), Streams.Changes))
            .Should().ThrowAsync<InvalidDataException>().WithMessage("*version 2: its event is none that this version can read.");

    [Fact]
    public async Task A_record_that_names_another_type_than_its_event_has_is_refused()
    {
        var records = Written(type => type, recordType: type => type == "change-annotated" ? "change-submitted" : type);

        await FluentActions.Awaiting(() => ReadAsync(records, Streams.Changes)).Should().ThrowAsync<InvalidDataException>().WithMessage("*version 2*");
    }

    private static byte[] Renamed(ReadOnlyMemory<byte> payload, string from, string to) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(payload.Span).Replace($"\"type\":\"{from}\"", $"\"type\":\"{to}\"", StringComparison.Ordinal));

    private static EventRecord[] Written(Func<string, string> rename, Func<string, string>? recordType = null)
    {
        List<EventRecord> records = [];
        foreach (var happened in Events)
        {
            var type = ChangeJson.TypeOf(happened);
            records.Add(EventRecord.Create(
                World.StreamOf(World.One), records.Count + 1, happened.Header.Stamp, null, (recordType ?? rename)(type), Renamed(ChangeJson.Write(happened), type, rename(type)), records.LastOrDefault()?.Hash ?? Digest.Zero));
        }

        return [.. records];
    }

    private static async Task<Page<ChangeRequest>> ReadAsync(EventRecord[] records, Codec<ChangeRequest, ChangeEvent> codec)
    {
        var store = new ShelfStore();
        store.Put(World.StreamOf(World.One), records);
        return await new Journal<ChangeRequest, ChangeEvent>(store, codec).ReadAsync(World.StreamOf(World.One), default);
    }
}
