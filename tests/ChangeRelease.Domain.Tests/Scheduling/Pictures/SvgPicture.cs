using System.Globalization;
using System.Xml.Linq;

namespace ChangeRelease.Domain.Tests.Scheduling.Pictures;

/// <summary>A timeline as an XML reader sees it.</summary>
internal sealed class SvgPicture(string svg)
{
    private static readonly XNamespace _names = "http://www.w3.org/2000/svg";

    private readonly XElement _root = XDocument.Parse(svg, LoadOptions.PreserveWhitespace).Root!;

    public IReadOnlyList<string> Shape => [.. _root.DescendantsAndSelf().Select(element => $"{element.Name.LocalName} {string.Join(' ', element.Attributes().Select(attribute => attribute.Name.LocalName))}")];

    public string Title => _root.Element(_names + "title")!.Value;

    public string Description => _root.Element(_names + "desc")!.Value;

    public IEnumerable<string> Texts => _root.Descendants(_names + "text").Select(text => text.Value);

    /// <summary>What is said when something is pointed at.</summary>
    public IEnumerable<string> Tips => _root.Descendants(_names + "title").Select(title => title.Value);

    /// <summary>The rows, by name in full, with the box of each bar in pixels.</summary>
    public IReadOnlyList<(string Name, double From, double Until, string Said)> Bars =>
        [.. _root.Elements(_names + "g").SelectMany(row => row.Elements(_names + "rect").Where(box => box.Element(_names + "title") is not null), (row, box) =>
            (row.Element(_names + "title")!.Value, Number(box, "x"), Number(box, "x") + Number(box, "width"), box.Value))];

    /// <summary>The lines from top to bottom that say when they are.</summary>
    public IReadOnlyList<(double X, string Said)> Moments => [.. _root.Elements(_names + "path").Where(path => path.Element(_names + "title") is not null)
        .Select(path => (double.Parse(path.Attribute("d")!.Value[1..].Split(' ')[0], CultureInfo.InvariantCulture) / 10, path.Value))];

    /// <summary>Where the labels of the axis are, in pixels.</summary>
    public IReadOnlyList<double> AxisLabels => [.. _root.Elements(_names + "text").Where(text => text.Attribute("y")?.Value == "1000").Select(text => Number(text, "x"))];

    public int Arrows => _root.Elements(_names + "path").Count(path => path.Attribute("marker-end") is not null);

    /// <summary>Where the chart begins and ends.</summary>
    public (double From, double Until) Chart
    {
        get
        {
            var numbers = _root.Elements(_names + "path").Select(path => path.Attribute("d")!.Value).First(path => path.EndsWith('z')).Split(['M', ' ', 'H', 'V', 'z'], StringSplitOptions.RemoveEmptyEntries);
            return (double.Parse(numbers[0], CultureInfo.InvariantCulture) / 10, double.Parse(numbers[2], CultureInfo.InvariantCulture) / 10);
        }
    }

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture) / 10;
}
