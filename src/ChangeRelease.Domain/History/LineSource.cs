using System.Runtime.CompilerServices;

namespace ChangeRelease.Domain.History;

/// <summary>A line as it stands in a file; valid until the next one is read.</summary>
/// <param name="Number">Its number, from 1 on.</param>
/// <param name="Bytes">What stands in it, without the line feed; empty when it is too long.</param>
/// <param name="IsTooLong">Whether it has more bytes than are kept.</param>
/// <param name="IsEnded">Whether a line feed ends it.</param>
internal readonly record struct SourceLine(long Number, ReadOnlyMemory<byte> Bytes, bool IsTooLong, bool IsEnded);

/// <summary>Takes a file apart into lines, of which none is ever kept that is longer than the limit.</summary>
internal static class LineSource
{
    private const int BlockBytes = 1 << 16;
    private const byte LineFeed = (byte)'\n';

    public static async IAsyncEnumerable<SourceLine> ReadAsync(Stream file, int mostBytes, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var block = new byte[BlockBytes];
        var line = new BoundedLine(mostBytes);
        var number = 1L;
        while (await file.ReadAsync(block, cancellation).ConfigureAwait(false) is > 0 and var read)
        {
            for (var from = 0; from < read;)
            {
                var end = Array.IndexOf(block, LineFeed, from, read - from);
                line.Add(block.AsSpan(from..(end < 0 ? read : end)));
                from = end < 0 ? read : end + 1;
                if (end >= 0)
                {
                    yield return line.Taken(number++, isEnded: true);
                    line.Clear();
                }
            }
        }

        if (!line.IsEmpty)
        {
            yield return line.Taken(number, isEnded: false);
        }
    }

    private sealed class BoundedLine(int mostBytes)
    {
        private byte[] _bytes = new byte[Math.Min(mostBytes, 1_024)];
        private int _length;
        private bool _isTooLong;

        public bool IsEmpty => _length == 0 && !_isTooLong;

        public void Add(ReadOnlySpan<byte> bytes)
        {
            _isTooLong |= bytes.Length > mostBytes - _length;
            if (_isTooLong)
            {
                _length = 0;
                return;
            }

            if (_bytes.Length < _length + bytes.Length)
            {
                Array.Resize(ref _bytes, (int)Math.Min(mostBytes, Math.Max(2L * _bytes.Length, _length + bytes.Length)));
            }

            bytes.CopyTo(_bytes.AsSpan(_length));
            _length += bytes.Length;
        }

        public SourceLine Taken(long number, bool isEnded) => new(number, _isTooLong ? default : _bytes.AsMemory(0, _length), _isTooLong, isEnded);

        public void Clear() => (_length, _isTooLong) = (0, false);
    }
}
