using ChangeRelease.Domain.Embedding;

namespace ChangeRelease.Domain.Testing.Tests.Stores;

public sealed class GoodStoreTests
{
    private static readonly StoreContract Plain = Contracts.Over(disk => new PlainStore(disk));

    public static IEnumerable<object[]> Rows => Plain.Rows;

    [Fact]
    public async Task The_store_in_memory_keeps_its_contract()
    {
        var hooks = new StoreHooks<InMemoryEventStore> { Beside = store => store, Documents = _ => new InMemoryDocumentStore() };

        var report = await StoreContract.For(() => new InMemoryEventStore(), hooks).RunAsync();

        report.Broken.Should().BeEmpty();
        report.Unchecked.Select(check => check.Code).Should().Equal("store.restart.lost", "store.crash.lost", "store.crash.halves", "store.feed.lost", "store.outbox.lost", "store.document.lost");
    }

    [Fact]
    public async Task Those_who_race_for_documents_get_the_same_ones_however_long_the_host_takes_to_give_them()
    {
        var given = 0;
        var hooks = new StoreHooks<InMemoryEventStore>
        {
            Documents = _ =>
            {
                Interlocked.Increment(ref given);
                Thread.Sleep(TimeSpan.FromMilliseconds(50));
                return new InMemoryDocumentStore();
            },
        };

        await StoreContract.For(() => new InMemoryEventStore(), hooks).VerifyCheckAsync("store.document.race");

        given.Should().Be(1);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public Task A_store_that_can_be_closed_ended_and_shared_keeps_every_check(string check) => Plain.VerifyCheckAsync(check);
}
