using System.Net;
using System.Text;

namespace ChangeRelease.Domain.Tests.Lifecycles;

/// <summary>Reads DOT strictly, as far as a drawing needs it: names, quoted strings and punctuation, in statements that close what they open.</summary>
internal sealed class DotText
{
    private const string Punctuation = "{}[]=,;";

    private readonly string _text;
    private readonly List<string> _shape = [];
    private readonly Dictionary<int, string[]> _labels = [];
    private int _at;

    private DotText(string text) => _text = text;

    /// <summary>Every token but the strings, which are all shown alike.</summary>
    public IReadOnlyList<string> Shape => _shape;

    /// <summary>The strings as a reader sees them.</summary>
    public IEnumerable<string> Labels => _labels.Values.SelectMany(lines => lines);

    /// <summary>The arrows between states, with the names of both ends.</summary>
    public IEnumerable<DrawnEdge> Edges
    {
        get
        {
            var names = Labeled.Where(at => _shape[at - 1] != "->").ToDictionary(at => _shape[at], at => _labels[at + 4][0], StringComparer.Ordinal);
            return Labeled.Where(at => _shape[at - 1] == "->").Select(at => new DrawnEdge(names[_shape[at - 2]], names[_shape[at]], _labels[at + 4]));
        }
    }

    public int Nodes => string.Join(' ', _shape).Split("; ").Count(statement => statement.Contains(" [", StringComparison.Ordinal)
        && !statement.Contains("->", StringComparison.Ordinal) && !statement.StartsWith("node ", StringComparison.Ordinal));

    // Where a node stands that has a label: "s0 [ label = text".
    private IEnumerable<int> Labeled => Enumerable.Range(1, _shape.Count - 5).Where(at => _shape[at + 1] == "[" && _shape[at + 2] == "label");

    public static DotText Read(string text)
    {
        var read = new DotText(text);
        while (read._at < text.Length)
        {
            read.Token();
        }

        read._shape.Count(token => token == "{").Should().Be(read._shape.Count(token => token == "}"));
        read._shape.Count(token => token == "[").Should().Be(read._shape.Count(token => token == "]"));
        return read;
    }

    private void Token()
    {
        var next = _text[_at];
        if (next is ' ' or '\n')
        {
            _at++;
        }
        else if (next == '"')
        {
            Quoted();
        }
        else if (Punctuation.Contains(next, StringComparison.Ordinal))
        {
            Take(1);
        }
        else if (_text.AsSpan(_at).StartsWith("->"))
        {
            Take(2);
        }
        else
        {
            Take(Length(at => char.IsAsciiLetterOrDigit(_text[at]) || _text[at] == '_'));
        }
    }

    private void Quoted()
    {
        var label = new StringBuilder();
        for (_at++; _text[_at] != '"'; _at++)
        {
            var isEscaped = _text[_at] == '\\';
            var shown = isEscaped ? _text[++_at] : _text[_at];
            (!isEscaped || shown is '\\' or '"' or 'l').Should().BeTrue("no other escape of Graphviz is meant");
            char.IsControl(shown).Should().BeFalse();
            label.Append(isEscaped && shown == 'l' ? '\n' : shown);
        }

        _at++;
        _labels.Add(_shape.Count, WebUtility.HtmlDecode(label.ToString()).TrimEnd('\n').Split('\n'));
        _shape.Add("text");
    }

    private void Take(int length)
    {
        length.Should().BePositive("'{0}' stands outside of every string", _text[_at]);
        _shape.Add(_text.Substring(_at, length));
        _at += length;
    }

    private int Length(Func<int, bool> belongs)
    {
        var end = _at;
        while (end < _text.Length && belongs(end))
        {
            end++;
        }

        return end - _at;
    }
}
