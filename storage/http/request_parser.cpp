// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/http/request_parser.h"

#include "storage/http/http_chars.h"
#include "storage/http/request_target.h"

// Nobody else includes Beast: it costs 20 seconds of compile time.
#include <boost/beast/http/basic_parser.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;
namespace http = boost::beast::http;

namespace {

constexpr int kLeadingEmptyLines = 4;
constexpr qsizetype kChunkExtensionBytes = 256; // of one chunk
constexpr qsizetype kChunkExtensionsTotal = 16 * 1024; // of one body
constexpr qsizetype kTrailerBytes = 2 * 1024;
// More than any chunk line and trailer within the limits above: beyond this, Beast would wait for more for ever.
constexpr qsizetype kPendingBytes = 4 * 1024;
constexpr qsizetype kReservedBodyBytes = 64 * 1024;
constexpr std::array<QByteArrayView, 7> kMethods{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};

QByteArrayView viewOf(boost::beast::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// Collects what Beast finds into an HttpRequest.
class BeastParser : public http::basic_parser<true>
{
public:
    BeastParser(HttpRequest &request, const HttpLimits &limits) : m_request(request), m_limits(limits)
    {
        header_limit(static_cast<std::uint32_t>(limits.requestLineBytes + limits.headerBytes + 16));
        body_limit(boost::none);
    }

    bool isTooLong() const { return m_tooLong; }
    int version() const { return m_version; }

private:
    using error_code = boost::beast::error_code;
    using string_view = boost::beast::string_view;

    void on_request_impl(http::verb, string_view method, string_view target, int version, error_code &) override
    {
        m_request.method = viewOf(method).toByteArray();
        m_request.target = viewOf(target).toByteArray();
        m_version = version;
    }
    void on_response_impl(int, string_view, int, error_code &) override { }
    void on_field_impl(http::field, string_view name, string_view value, error_code &ec) override
    {
        if (!m_inBody) {
            m_request.headers.emplaceBack(asciiLower(viewOf(name)), viewOf(value).toByteArray());
            return;
        }
        m_trailerBytes += static_cast<qsizetype>(name.size() + value.size()) + 4;
        if (m_trailerBytes > kTrailerBytes)
            ec = http::error::header_limit;
    }
    void on_header_impl(error_code &) override { m_inBody = true; }
    void on_body_init_impl(const boost::optional<std::uint64_t> &length, error_code &) override
    {
        // The client names the length, so it does not decide how much memory is taken in advance.
        const auto reserve = std::min<std::uint64_t>(length.value_or(0), kReservedBodyBytes);
        m_request.body.reserve(static_cast<qsizetype>(reserve));
    }
    std::size_t on_body_impl(string_view bytes, error_code &) override
    {
        m_request.body.append(viewOf(bytes));
        return bytes.size();
    }
    void on_chunk_header_impl(std::uint64_t size, string_view extensions, error_code &ec) override
    {
        const auto extensionBytes = static_cast<qsizetype>(extensions.size());
        m_extensionBytes += extensionBytes;
        if (extensionBytes > kChunkExtensionBytes || m_extensionBytes > kChunkExtensionsTotal)
            ec = http::error::bad_chunk_extension;
        else if (size > static_cast<std::uint64_t>(m_limits.bodyBytes - m_request.body.size())) {
            m_tooLong = true;
            ec = http::error::body_limit;
        }
    }
    std::size_t on_chunk_body_impl(std::uint64_t, string_view bytes, error_code &) override
    {
        m_request.body.append(viewOf(bytes));
        return bytes.size();
    }
    void on_finish_impl(error_code &) override { }

    HttpRequest &m_request;
    const HttpLimits &m_limits;
    int m_version = 11;
    bool m_inBody = false;
    bool m_tooLong = false;
    qsizetype m_trailerBytes = 0;
    qsizetype m_extensionBytes = 0;
};

bool containsToken(QByteArrayView list, QByteArrayView token)
{
    while (!list.isEmpty()) {
        const qsizetype comma = list.indexOf(',');
        if ((comma < 0 ? list : list.first(comma)).trimmed().compare(token, Qt::CaseInsensitive) == 0)
            return true;
        list = comma < 0 ? QByteArrayView() : list.sliced(comma + 1);
    }
    return false;
}

/// Refuses a request line on its own, so that garbage needs no end of the header to be told off.
std::optional<HttpRefusal> checkRequestLine(QByteArrayView line)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    const auto malformed = HttpRefusal{400, u"The request line must be a method, a target and a version."_s};
    if (first <= 0 || last <= first + 1)
        return malformed;
    const QByteArrayView method = line.first(first);
    const QByteArrayView target = line.sliced(first + 1, last - first - 1);
    const QByteArrayView version = line.sliced(last + 1);
    if (!std::ranges::all_of(method, isTokenChar) || target.contains(' '))
        return malformed;
    const auto digit = [&](qsizetype at) { return version[at] >= '0' && version[at] <= '9'; };
    if (version.size() != 8 || !version.startsWith("HTTP/") || version[6] != '.' || !digit(5) || !digit(7))
        return malformed;
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return HttpRefusal{505, u"This service speaks HTTP/1.1 and HTTP/1.0."_s};
    if (std::ranges::find(kMethods, method) == kMethods.end())
        return HttpRefusal{501, u"This method is not known here."_s};
    return std::nullopt;
}

HttpRefusal refusalFor(const boost::beast::error_code &error)
{
    if (error == http::error::bad_field)
        return {400, u"A header line is malformed: it must be a name, a colon without space before it, and a value."_s};
    if (error == http::error::bad_value || error == http::error::bad_line_ending)
        return {400, u"A header value holds a character that is not allowed there."_s};
    if (error == http::error::bad_content_length || error == http::error::multiple_content_length)
        return {400, u"Content-Length must be given once, as a decimal number, and not beside Transfer-Encoding."_s};
    if (error == http::error::bad_transfer_encoding)
        return {400, u"Transfer-Encoding must be given once and not beside Content-Length."_s};
    if (error == http::error::bad_chunk || error == http::error::bad_chunk_extension)
        return {400, u"The chunked body is malformed or its chunk extensions are too long."_s};
    if (error == http::error::header_limit)
        return {431, u"The trailer of the chunked body is too long."_s};
    return {400, u"The request is not valid HTTP/1.1."_s};
}

} // namespace

struct RequestParser::Impl
{
    enum class Phase : quint8 { Head, Body, Complete, Refused };

    explicit Impl(const HttpLimits &given) : limits(given) { }

    Step refuse(int status, const QString &message)
    {
        phase = Phase::Refused;
        refusal = {status, message};
        return {Event::Refused, 0};
    }
    Step stepHead(QByteArrayView input);
    std::optional<Step> checkLine(QByteArrayView input, qsizetype end);
    Step finishHead(QByteArrayView block);
    std::optional<HttpRefusal> checkFraming();
    Step stepBody(QByteArrayView input);

    const HttpLimits limits;
    Phase phase = Phase::Head;
    HttpRequest request;
    QByteArray authority;
    HttpRefusal refusal;
    std::optional<BeastParser> beast;
    // While the header block is incomplete: what was looked at already, so that a dripping client costs no second look.
    qsizetype scanned = 0;
    qsizetype lineStart = 0;
    qsizetype headerStart = 0; // 0 until the request line is complete
    int fields = 0;
    int emptyLines = 0;
    bool keepAlive = true;
    bool expectsContinue = false;
};

RequestParser::RequestParser(const HttpLimits &limits) : m_impl(std::make_unique<Impl>(limits)) { }

RequestParser::~RequestParser() = default;

RequestParser::Step RequestParser::Impl::stepHead(QByteArrayView input)
{
    qsizetype skipped = 0;
    while (scanned == 0 && input.startsWith("\r\n")) {
        if (++emptyLines > kLeadingEmptyLines)
            return refuse(400, u"A request must not start with empty lines."_s);
        input = input.sliced(2);
        skipped += 2;
    }
    if (input.isEmpty() || (scanned == 0 && input == "\r"))
        return {Event::NeedMore, skipped};
    if (!isTokenChar(input.front()))
        return refuse(400, u"This is not an HTTP request."_s);

    while (true) {
        const qsizetype end = input.indexOf('\n', scanned);
        if (end < 0) {
            scanned = input.size();
            if (headerStart == 0 && input.size() > limits.requestLineBytes + 1)
                return refuse(414, u"The request line is longer than %1 bytes."_s.arg(limits.requestLineBytes));
            if (headerStart > 0 && input.size() - headerStart > limits.headerBytes)
                return refuse(431, u"The header is longer than %1 bytes."_s.arg(limits.headerBytes));
            return {Event::NeedMore, skipped};
        }
        if (auto refused = checkLine(input, end))
            return *refused;
        const bool last = headerStart > 0 && end == lineStart + 1;
        scanned = lineStart = end + 1;
        if (headerStart == 0)
            headerStart = lineStart;
        if (last) {
            Step step = finishHead(input.first(end + 1));
            step.consumed += skipped;
            return step;
        }
    }
}

std::optional<RequestParser::Step> RequestParser::Impl::checkLine(QByteArrayView input, qsizetype end)
{
    if (headerStart == 0 && end - 1 > limits.requestLineBytes)
        return refuse(414, u"The request line is longer than %1 bytes."_s.arg(limits.requestLineBytes));
    if (headerStart > 0 && end + 1 - headerStart > limits.headerBytes)
        return refuse(431, u"The header is longer than %1 bytes."_s.arg(limits.headerBytes));
    if (end == lineStart || input[end - 1] != '\r')
        return refuse(400, u"Every line of the header must end with CR LF."_s);
    const QByteArrayView line = input.sliced(lineStart, end - 1 - lineStart);
    if (headerStart == 0) {
        if (const auto refused = checkRequestLine(line))
            return refuse(refused->status, refused->message);
        return std::nullopt;
    }
    if (line.isEmpty())
        return std::nullopt;
    if (line.front() == ' ' || line.front() == '\t')
        return refuse(400, u"A header line must not start with white space."_s);
    if (++fields > limits.headerFields)
        return refuse(431, u"The header has more than %1 fields."_s.arg(limits.headerFields));
    return std::nullopt;
}

RequestParser::Step RequestParser::Impl::finishHead(QByteArrayView block)
{
    beast.emplace(request, limits);
    boost::beast::error_code error;
    beast->put({block.data(), static_cast<std::size_t>(block.size())}, error);
    if (error || !beast->is_header_done()) {
        const HttpRefusal refused = refusalFor(error);
        return refuse(refused.status, refused.message);
    }
    beast->eager(true);
    if (const auto refused = checkFraming())
        return refuse(refused->status, refused->message);

    auto target = parseTarget(request.target);
    if (!target)
        return refuse(400, target.error().message);
    authority = std::move(target->authority);
    request.path = std::move(target->path);
    request.segments = std::move(target->segments);
    request.query = std::move(target->query);

    if (beast->content_length().value_or(0) > static_cast<std::uint64_t>(limits.bodyBytes))
        return refuse(413, u"The body is longer than %1 bytes."_s.arg(limits.bodyBytes));
    request.hasBody = !beast->is_done();
    phase = Phase::Body;
    return {Event::Head, block.size()};
}

std::optional<HttpRefusal> RequestParser::Impl::checkFraming()
{
    const bool http10 = beast->version() == 10;
    const int lengths = request.headerCount("content-length");
    const int encodings = request.headerCount("transfer-encoding");
    const QByteArrayView length = request.header("content-length");
    if (lengths > 1 || (lengths > 0 && encodings > 0) || encodings > 1 || (encodings > 0 && http10))
        return HttpRefusal{400, u"The length of the body is ambiguous."_s};
    // Beast takes a list of equal numbers; a single number leaves nothing to differ about.
    if (lengths == 1 && (length.isEmpty() || !std::ranges::all_of(length, [](char c) { return c >= '0' && c <= '9'; })))
        return refusalFor(http::error::bad_content_length);
    if (encodings == 1 && request.header("transfer-encoding").compare("chunked", Qt::CaseInsensitive) != 0)
        return HttpRefusal{501, u"The only transfer coding known here is chunked."_s};

    keepAlive = !http10;
    expectsContinue = false;
    for (const auto &[name, value] : std::as_const(request.headers)) {
        if (name == "connection") {
            if (containsToken(value, "close"))
                keepAlive = false;
            else if (http10 && containsToken(value, "keep-alive"))
                keepAlive = true;
        } else if (name == "expect" && !http10) {
            if (value.compare("100-continue", Qt::CaseInsensitive) != 0)
                return HttpRefusal{417, u"The only expectation known here is 100-continue."_s};
            expectsContinue = true;
        }
    }
    return std::nullopt;
}

RequestParser::Step RequestParser::Impl::stepBody(QByteArrayView input)
{
    qsizetype consumed = 0;
    if (!beast->is_done() && !input.isEmpty()) {
        boost::beast::error_code error;
        consumed = static_cast<qsizetype>(beast->put({input.data(), static_cast<std::size_t>(input.size())}, error));
        if (error == http::error::need_more) {
            if (input.size() - consumed > kPendingBytes)
                return refuse(400, u"A chunk line or the trailer of the body is too long."_s);
        } else if (error) {
            if (beast->isTooLong())
                return refuse(413, u"The body is longer than %1 bytes."_s.arg(limits.bodyBytes));
            const HttpRefusal refused = refusalFor(error);
            return refuse(refused.status, refused.message);
        }
    }
    if (!beast->is_done())
        return {Event::NeedMore, consumed};
    phase = Phase::Complete;
    return {Event::Complete, consumed};
}

RequestParser::Step RequestParser::step(QByteArrayView input)
{
    switch (m_impl->phase) {
    case Impl::Phase::Head:
        return m_impl->stepHead(input);
    case Impl::Phase::Body:
        return m_impl->stepBody(input);
    case Impl::Phase::Complete:
        return {Event::Complete, 0};
    case Impl::Phase::Refused:
        break;
    }
    return {Event::Refused, 0};
}

HttpRequest &RequestParser::head()
{
    return m_impl->request;
}

QByteArrayView RequestParser::authority() const
{
    return m_impl->authority;
}

HttpRequest RequestParser::takeRequest()
{
    Q_ASSERT(m_impl->phase == Impl::Phase::Complete);
    HttpRequest request = std::move(m_impl->request);
    m_impl->request = {};
    m_impl->beast.reset();
    m_impl->phase = Impl::Phase::Head;
    m_impl->scanned = m_impl->lineStart = m_impl->headerStart = 0;
    m_impl->fields = m_impl->emptyLines = 0;
    return request;
}

const HttpRefusal &RequestParser::refusal() const
{
    return m_impl->refusal;
}

bool RequestParser::isIdle() const
{
    return m_impl->phase == Impl::Phase::Head && m_impl->scanned == 0;
}

bool RequestParser::keepAlive() const
{
    return m_impl->keepAlive;
}

bool RequestParser::isHttp10() const
{
    return m_impl->beast && m_impl->beast->version() == 10;
}

bool RequestParser::expectsContinue() const
{
    return m_impl->expectsContinue;
}

} // namespace jackfield
