using ChangeRelease.Domain.Tests.Docs.Snippets;
using ChangeRelease.Domain.Tests.House;

namespace ChangeRelease.Domain.Tests.Docs;

public sealed class SnippetTests
{
    private static readonly IProgram[] Programs =
    [
        new ReadmeProgram(), new GettingStartedProgram(), new TimeProgram(), new ApprovalsProgram(), new LifecyclesProgram(),
        new ChangeModelsProgram(), new DefinitionsProgram(), new AskingProgram(), new DeriveProgram(), new MigrateProgram(),
        new PermitsProgram(), new AssessingProgram(), new TemplatesProgram(), new PlansProgram(), new BoardsProgram(), new EmergenciesProgram(), new BusinessTimeProgram(),
        new ICalendarProgram(), new BookingsProgram(), new ConflictsProgram(), new PlanningProgram(), new TestingPlansProgram(), new TrainsProgram(), new ReleasesProgram(), new StorageProgram(), new DesksProgram(), new HistoryProgram(), new PromotionProgram(),
    ];

    [Fact]
    public void Every_piece_of_code_on_a_page_is_compiled_as_it_stands() =>
        Code.Where(fence => RegionOf(fence) is null).Select(fence => $"{fence} is no region of Docs/Snippets").ShouldBeNone();

    [Fact]
    public void Every_region_is_shown_on_a_page_and_has_a_name_of_its_own() => Region.All
        .Where(region => !Code.Any(fence => fence.Text == region.Text))
        .Select(region => $"{region.Name} of {region.File} is on no page")
        .Concat(Region.All.GroupBy(region => region.Name, StringComparer.Ordinal).Where(twins => twins.Count() > 1).Select(twins => $"{twins.Key} names {twins.Count()} regions"))
        .ShouldBeNone();

    [Fact]
    public async Task What_a_page_says_a_snippet_prints_is_what_it_prints()
    {
        var printed = await PrintedAsync();
        var said = Page.All.SelectMany(Outputs).ToList();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            Rewrite(said.Where(output => printed.ContainsKey(output.Snippet)).Select(output => (output.Place, printed[output.Snippet])));
            return;
        }

        said.Where(output => printed.GetValueOrDefault(output.Snippet) != output.Place.Text)
            .Select(output => $"{output.Place} (written anew with UPDATE_DOCS=1) says that {output.Snippet} prints\n{output.Place.Text}\n  and it prints\n{printed.GetValueOrDefault(output.Snippet, "nothing")}\n")
            .Concat(printed.Keys.Except(said.Select(output => output.Snippet)).Select(name => $"{name} prints, and no page says so:\n{printed[name]}\n"))
            .ShouldBeNone();
    }

    private static IEnumerable<Fence> Code => Page.Fences.Where(fence => fence.Language == "csharp");

    private static Region? RegionOf(Fence fence) => Region.All.FirstOrDefault(region => region.Text == fence.Text);

    /// <summary>A block of text or Mermaid that follows a block of code is what that code prints.</summary>
    private static IEnumerable<(Fence Place, string Snippet)> Outputs(Page page)
    {
        var fences = Fence.Of(page);
        return fences
            .Zip(fences.Skip(1))
            .Where(pair => pair.First.Language == "csharp" && pair.Second.Language is "text" or "mermaid")
            .Select(pair => (pair.Second, RegionOf(pair.First)?.Name ?? pair.First.ToString()));
    }

    // From the last block of a page to its first, so that the lines of those before stay where they are.
    private static void Rewrite(IEnumerable<(Fence Place, string Printed)> outputs)
    {
        foreach (var (place, printed) in outputs.OrderByDescending(output => output.Place.Line))
        {
            var file = Path.Combine(Repository.Root, place.Page);
            var lines = File.ReadAllLines(file);
            var rest = lines.Skip(place.Line).SkipWhile(line => line.Trim() != "```");
            File.WriteAllText(file, string.Join('\n', [.. lines.Take(place.Line), printed, .. rest]) + '\n');
        }
    }

    private static async Task<IReadOnlyDictionary<string, string>> PrintedAsync()
    {
        var transcript = new Transcript();
        foreach (var program in Programs)
        {
            await program.RunAsync(transcript);
        }

        return transcript.Printed;
    }
}
