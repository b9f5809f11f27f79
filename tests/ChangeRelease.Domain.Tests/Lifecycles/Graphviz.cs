using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Xml.Linq;

namespace ChangeRelease.Domain.Tests.Lifecycles;

/// <summary>What Graphviz itself draws: its picture, read back.</summary>
internal sealed class Graphviz
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly XElement _picture;

    private Graphviz(string picture) => _picture = XElement.Parse(picture);

    /// <summary>Why Graphviz cannot be asked here; null when it can.</summary>
    public static string? Absence { get; } = Look();

    public IReadOnlyDictionary<string, string> Nodes => Groups("node").ToDictionary(Title, group => string.Join('\n', Lines(group)), StringComparer.Ordinal);

    public IEnumerable<string> Clusters => Groups("cluster").Select(group => string.Join('\n', Lines(group)));

    /// <summary>The arrows between states, with the names of both ends.</summary>
    public IEnumerable<DrawnEdge> Edges => Groups("edge")
        .Select(group => (Ends: Title(group).Split("->"), Lines: Lines(group)))
        .Where(edge => edge.Ends[0] != "start")
        .Select(edge => new DrawnEdge(Nodes[edge.Ends[0]], Nodes[edge.Ends[1]], edge.Lines));

    /// <summary>Draws several graphs in one run.</summary>
    public static IReadOnlyList<Graphviz> Draw(IReadOnlyList<string> graphs)
    {
        var (picture, complaints) = Run("-Tsvg", string.Concat(graphs));
        complaints.Should().BeEmpty();
        var drawn = picture.Split("<?xml", StringSplitOptions.RemoveEmptyEntries).Select(text => new Graphviz(text[text.IndexOf("<svg", StringComparison.Ordinal)..])).ToList();
        drawn.Should().HaveCount(graphs.Count, "no graph runs into the next");
        return drawn;
    }

    /// <summary>The nodes that are drawn with a color.</summary>
    public IEnumerable<string> NodesIn(string color) => Groups("node").Where(group => Has(group, color)).Select(group => Nodes[Title(group)]);

    /// <summary>The arrows that are drawn with a color.</summary>
    public IEnumerable<string> EdgesIn(string color) => Groups("edge").Where(group => Has(group, color)).SelectMany(Lines);

    private static bool Has(XElement group, string color) =>
        group.Descendants().Where(shape => shape.Name != Svg + "text").SelectMany(shape => shape.Attributes()).Any(attribute => attribute.Value == color);

    private static string Title(XElement group) => group.Element(Svg + "title")!.Value;

    // Graphviz holds blanks together by writing them as ones that do not break.
    private static string[] Lines(XElement group) => [.. group.Descendants(Svg + "text").Select(line => line.Value.Replace('\u00a0', ' '))];

    private static string? Look()
    {
        try
        {
            return Run("-V", string.Empty).Complaints.Contains("graphviz", StringComparison.Ordinal) ? null : "The program 'dot' is not that of Graphviz.";
        }
        catch (Win32Exception)
        {
            return "Graphviz is not installed: there is no program 'dot' to draw with.";
        }
    }

    private static (string Output, string Complaints) Run(string argument, string input)
    {
        var start = new ProcessStartInfo("dot", argument)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var (output, complaints) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return (output.Result, complaints.Result);
    }

    private IEnumerable<XElement> Groups(string kind) => _picture.Descendants(Svg + "g").Where(group => group.Attribute("class")?.Value == kind);
}
