using VendorWorkflow;

namespace ChangeRelease.Domain.Tests.VendorWorkflow;

/// <summary>The vendor's sample, with fewer changes than it has when it is run.</summary>
public sealed class TourTests
{
    private const int Changes = 200;

    [Fact]
    public async Task Every_chapter_comes_out_as_a_vendor_must_be_able_to_rely_on()
    {
        using var output = new StringWriter();

        (await Tour.RunAsync(output, Changes)).Should().BeTrue(output.ToString());

        var told = output.ToString();
        told.Should().Contain("the same definition: True")
            .And.Contain("lifecycle.derivation.loosens")
            .And.Contain("False of database-migration@1: Never in Realization unless Clear was taken since Reauthorize was taken.")
            .And.Contain("200 subjects, 200 would move, 0 would not")
            .And.Contain("200 changes were moved, each by an event of its own; as foretold: True")
            .And.Contain("change.migration.contributed");
        told.Should().NotContain("\t").And.NotContain("  \n");
    }

    [Fact]
    public async Task It_tells_the_same_each_time()
    {
        using var first = new StringWriter();
        using var second = new StringWriter();

        await Tour.RunAsync(first, 20);
        await Tour.RunAsync(second, 20);

        second.ToString().Should().Be(first.ToString());
    }
}
