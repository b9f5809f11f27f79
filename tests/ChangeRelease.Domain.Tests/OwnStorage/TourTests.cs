using ChangeRelease.Domain.Testing;
using ChangeRelease.Domain.Tests.House;
using OwnStorage;

namespace ChangeRelease.Domain.Tests.OwnStorage;

/// <summary>The sample with a store of one's own.</summary>
public sealed class TourTests
{
    private const int MostLines = 119;

    [Fact]
    public async Task Every_chapter_comes_out_as_it_is_told()
    {
        using var output = new StringWriter();

        (await Tour.RunAsync(output)).Should().BeTrue(output.ToString());

        var told = output.ToString();
        told.Should().Contain("tells the same as in memory: True")
            .And.Contain("BROKEN       store.race.version");
        told.Split('\n').Where(line => line.Contains("records in the file", StringComparison.Ordinal)).Should().NotBeEmpty().And.OnlyContain(line => line.Contains("intact: True"));
    }

    [Fact]
    public void What_the_store_does_not_claim_is_feed_outbox_and_documents()
    {
        using var folder = new Folder();

        Tour.ContractOf(folder).Claims.Should().Be(StoreCapability.Reopening | StoreCapability.Crashing | StoreCapability.Sharing);
    }

    [Fact]
    public void The_store_is_written_in_less_than_120_lines() =>
        File.ReadLines(Path.Combine(Repository.Root, "docs/samples/OwnStorage/SqliteStore.cs")).Count().Should().BeLessThanOrEqualTo(MostLines);
}
